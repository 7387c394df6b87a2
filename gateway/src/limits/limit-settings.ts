import { type LimitName, type Limits, limitTable } from '@cartograph/graph-limits';
import { z } from 'zod';

type Variable = (typeof limitTable)[LimitName]['variable'];

const limits = Object.values(limitTable);
const names = Object.keys(limitTable) as LimitName[];

/** The limits as environment variables, each with its default. There is no value that turns one off: a high one is said aloud. */
export const limitSettings = Object.fromEntries(
  limits.map(({ variable, byDefault, unit, counts }) => [
    variable,
    z.coerce.number().int().min(1).default(byDefault).describe(`In ${unit}: ${counts}.`),
  ]),
) as Record<Variable, z.ZodDefault<z.ZodCoercedNumber>>;

/** The limits that a configuration sets. */
export const limitsOf = (config: Readonly<Record<Variable, number>>): Limits =>
  Object.fromEntries(names.map((name) => [name, config[limitTable[name].variable]])) as Limits;
