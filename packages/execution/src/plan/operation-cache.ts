import { LRUCache } from 'lru-cache';
import {
  type AskedOperation,
  type CompiledOperation,
  compileOperation,
  sizeOfOperation,
  textToPlan,
} from '../compile/compile-operation.ts';
import type { Graph } from '../graph.ts';
import type { Planner } from './planner.ts';

/** The operations of one graph, compiled. Whoever asks for one that is just being planned waits for that plan. */
export type OperationCache = {
  /** `ahead` is said by whoever asks for what nobody waits for yet. */
  readonly get: (asked: AskedOperation, when?: 'ahead') => CompiledOperation | Promise<CompiledOperation>;
  /** What was asked for last, latest first. */
  readonly recent: () => AskedOperation[];
  readonly bytes: () => number;
};

type Kept = { readonly asked: AskedOperation; readonly compiled: CompiledOperation };
/** That an operation was planned and compiled: how long it took, and whether somebody waited for it. */
export type OnPlanned = (planned: { readonly ms: number; readonly when: 'ahead' | 'asked' }) => void;

type Parts = {
  graph: Graph;
  planner: Pick<Planner, 'plan'>;
  maxBytes: number;
  onPlanned?: OnPlanned | undefined;
};

export const createOperationCache = ({ graph, planner, maxBytes, onPlanned }: Parts): OperationCache => {
  const kept = new LRUCache<string, Kept>({
    maxSize: maxBytes,
    sizeCalculation: ({ compiled }) => sizeOfOperation(compiled),
  });
  const planning = new Map<string, Promise<CompiledOperation>>();
  const make = async (asked: AskedOperation, when: 'ahead' | 'asked'): Promise<CompiledOperation> => {
    const startedAt = performance.now();
    const plan = await planner.plan(textToPlan(asked), asked.operation.name?.value);
    const compiled = compileOperation(graph, asked, plan);
    kept.set(asked.key, { asked, compiled });
    onPlanned?.({ ms: performance.now() - startedAt, when });
    return compiled;
  };
  return {
    get: (asked, when) => {
      const known = kept.get(asked.key);
      if (known) return known.compiled;
      const underWay = planning.get(asked.key);
      if (underWay) return underWay;
      const made = make(asked, when ?? 'asked').finally(() => planning.delete(asked.key));
      planning.set(asked.key, made);
      return made;
    },
    recent: () => [...kept.values()].map(({ asked }) => asked),
    bytes: () => kept.calculatedSize,
  };
};
