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
  readonly get: (asked: AskedOperation) => CompiledOperation | Promise<CompiledOperation>;
  /** What was asked for last, latest first. */
  readonly recent: () => AskedOperation[];
  readonly bytes: () => number;
};

type Kept = { readonly asked: AskedOperation; readonly compiled: CompiledOperation };
type Parts = { graph: Graph; planner: Pick<Planner, 'plan'>; maxBytes: number };

export const createOperationCache = ({ graph, planner, maxBytes }: Parts): OperationCache => {
  const kept = new LRUCache<string, Kept>({
    maxSize: maxBytes,
    sizeCalculation: ({ compiled }) => sizeOfOperation(compiled),
  });
  const planning = new Map<string, Promise<CompiledOperation>>();
  const make = async (asked: AskedOperation): Promise<CompiledOperation> => {
    const plan = await planner.plan(textToPlan(asked), asked.operation.name?.value);
    const compiled = compileOperation(graph, asked, plan);
    kept.set(asked.key, { asked, compiled });
    return compiled;
  };
  return {
    get: (asked) => {
      const known = kept.get(asked.key);
      if (known) return known.compiled;
      const underWay = planning.get(asked.key);
      if (underWay) return underWay;
      const made = make(asked).finally(() => planning.delete(asked.key));
      planning.set(asked.key, made);
      return made;
    },
    recent: () => [...kept.values()].map(({ asked }) => asked),
    bytes: () => kept.calculatedSize,
  };
};
