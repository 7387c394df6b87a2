import type { z } from 'zod';
import type { SubgraphName } from './subgraph-name.ts';

/** One version of an event's contract. `toNext` lifts its data to the version after it; the newest has none. */
export type EventVersion = {
  readonly version: number;
  readonly data: z.ZodType;
  readonly example: unknown;
  readonly toNext?: (data: unknown) => unknown;
};

/** An `emitted` event happens; a `planned` one is agreed upon, but the capability that emits it is not built. */
export type EventStatus = 'emitted' | 'planned';

/** One event: its name, who emits it, who reacts, and what its newest version carries. */
export type EventContract<
  Name extends string = string,
  Emitter extends SubgraphName = SubgraphName,
  Reactors extends readonly SubgraphName[] = readonly SubgraphName[],
  Schema extends z.ZodType = z.ZodType,
  Status extends EventStatus = EventStatus,
> = {
  readonly name: Name;
  /** The newest version: what is emitted and what reactions see. */
  readonly version: number;
  readonly status: Status;
  /** Who emits it, or the first of those who do. */
  readonly emitter: Emitter;
  /** All who emit it: one, but for an event that each subgraph says for itself. */
  readonly emitters: readonly SubgraphName[];
  readonly reactors: Reactors;
  readonly description: string;
  readonly data: Schema;
  readonly example: z.input<Schema>;
  /** Every version that may still arrive, oldest first; the last is the newest. */
  readonly versions: readonly EventVersion[];
};

type PlannedDeclaration<Name, Emitter, Others, Schema extends z.ZodType> = {
  readonly name: Name;
  readonly emitter: Emitter;
  readonly alsoEmittedBy?: Others;
  readonly description: string;
  readonly data: Schema;
  readonly example: z.input<Schema>;
};

type Declaration<Name, Emitter, Others, Reactors, Schema extends z.ZodType> = PlannedDeclaration<
  Name,
  Emitter,
  Others,
  Schema
> & {
  readonly version: number;
  readonly reactors: Reactors;
  /** The versions before this one, oldest first, each made by `earlierVersion`. */
  readonly earlier?: readonly EventVersion[];
};

/** Declares an event. The literal types of `name`, `emitter` and `reactors` are what routes and reaction tables are checked against. */
export const defineEvent = <
  const Name extends string,
  const Emitter extends SubgraphName,
  const Reactors extends readonly SubgraphName[],
  Schema extends z.ZodType,
  const Others extends readonly SubgraphName[] = readonly [],
>({
  earlier = [],
  alsoEmittedBy,
  ...declared
}: Declaration<Name, Emitter, Others, Reactors, Schema>): EventContract<
  Name,
  Emitter | Others[number],
  Reactors,
  Schema,
  'emitted'
> => ({
  ...declared,
  status: 'emitted',
  emitters: [declared.emitter, ...(alsoEmittedBy ?? [])],
  versions: [...earlier, { version: declared.version, data: declared.data, example: declared.example }],
});

/**
 * Declares an event that nobody emits yet: it is documented, but cannot be appended, has no reactors and is not
 * published, so that it may change until its capability is built. Then `defineEvent` takes its place.
 */
export const planEvent = <
  const Name extends string,
  const Emitter extends SubgraphName,
  Schema extends z.ZodType,
  const Others extends readonly SubgraphName[] = readonly [],
>({
  alsoEmittedBy,
  ...declared
}: PlannedDeclaration<Name, Emitter, Others, Schema>): EventContract<
  Name,
  Emitter,
  readonly [],
  Schema,
  'planned'
> => ({
  ...declared,
  version: 1,
  status: 'planned',
  emitters: [declared.emitter, ...(alsoEmittedBy ?? [])],
  reactors: [],
  versions: [{ version: 1, data: declared.data, example: declared.example }],
});
