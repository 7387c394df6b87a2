import { z } from 'zod';
import { validationError } from '../aws-error.ts';
import type { JsonObject } from '../patterns/json.ts';

export const nameOf = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[.\-_A-Za-z0-9]+$/, 'must be letters, digits, dots, hyphens and underscores');

export const ruleName = nameOf(64);
/** A bus by name or ARN; absent means the default bus. */
export const busReference = z
  .string()
  .min(1)
  .max(1600)
  .regex(/^(arn:aws[\w-]*:events:[a-z0-9-]+:\d{12}:event-bus\/)?[/.\-_A-Za-z0-9]+$/);

/** Reads a request's body. @throws AwsError ValidationException naming each field that is wrong */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: JsonObject): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `Value at '${path.join('.')}' failed to satisfy constraint: ${message}`,
  );
  const count = problems.length;
  throw validationError(`${count} validation error${count === 1 ? '' : 's'} detected: ${problems.join('; ')}`);
}
