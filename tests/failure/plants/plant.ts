import type { Supergraph } from '@cartograph/testing';
import type { Invariant } from '../checker/broken.ts';

/** A fault put into the stores of a stack at rest, and the name under which the checker must find it. */
export type Plant = {
  readonly name: string;
  readonly breaks: Invariant;
  /** Plants it; what comes back takes it out again. */
  readonly plant: (supergraph: Supergraph) => Promise<() => Promise<void>>;
};
