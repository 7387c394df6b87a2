import type { z } from 'zod';
import type { SubgraphName } from './subgraph-name.ts';

/** One event: its name, the version of its contract, who emits it, who reacts, and what it carries. */
export type EventContract<
  Name extends string = string,
  Emitter extends SubgraphName = SubgraphName,
  Reactors extends readonly SubgraphName[] = readonly SubgraphName[],
  Schema extends z.ZodType = z.ZodType,
> = {
  readonly name: Name;
  readonly version: number;
  readonly emitter: Emitter;
  readonly reactors: Reactors;
  readonly description: string;
  readonly data: Schema;
  readonly example: z.input<Schema>;
};

/** Declares an event. The literal types of `name`, `emitter` and `reactors` are what routes and reaction tables are checked against. */
export const defineEvent = <
  const Name extends string,
  const Emitter extends SubgraphName,
  const Reactors extends readonly SubgraphName[],
  Schema extends z.ZodType,
>(
  contract: EventContract<Name, Emitter, Reactors, Schema>,
): EventContract<Name, Emitter, Reactors, Schema> => contract;
