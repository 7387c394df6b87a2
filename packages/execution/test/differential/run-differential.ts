import { parse, validate } from 'graphql';
import { type Asked, type Engine, startApollo, startCartograph } from '../support/two-engines.ts';
import { faultOf } from './compare-answers.ts';
import type { Faults } from './graph-values.ts';
import { Random } from './random.ts';
import { randomOperation } from './random-operation.ts';
import { type RunningGraph, runGraph } from './running-graph.ts';

export type Found = {
  seed: string;
  index: number;
  fault: string;
  asked: Asked;
  ours: unknown;
  apollos: unknown;
  asOne: unknown;
};
export type DifferentialRun = {
  operations: number;
  graphs: number;
  /** Accepted difference -> how often. */
  accepted: Map<string, number>;
  found: Found[];
};

const operationsPerGraph = 60;
const clean: Faults = { errors: 0, missing: 0, nulls: 0.1 };
const faulty: Faults = { errors: 0.04, missing: 0.05, nulls: 0.1 };

/** Asks both engines the same random operations on random graphs until there were so many. The seed repeats it. */
export const runDifferential = async (seed: string, operations: number): Promise<DifferentialRun> => {
  const run: DifferentialRun = { operations: 0, graphs: 0, accepted: new Map(), found: [] };
  for (let number = 0; run.operations < operations; number += 1) {
    await runOnGraph(run, { seed: `${seed}-${number}`, operations });
  }
  return run;
};

/** One operation of a run again, by the seed of its graph and its number. */
export const repeatOperation = async (seed: string, index: number): Promise<DifferentialRun> => {
  const run: DifferentialRun = { operations: 0, graphs: 0, accepted: new Map(), found: [] };
  await runOnGraph(run, { seed, operations: Number.POSITIVE_INFINITY, only: index });
  return run;
};

type Running = { seed: string; operations: number; only?: number };

const runOnGraph = async (run: DifferentialRun, { seed, operations, only }: Running): Promise<void> => {
  // By the seed alone, so that it repeats the same.
  const isClean = new Random(`${seed} faults`).chance(0.5);
  const graph = runGraph(seed, isClean ? clean : faulty);
  if (!graph) return;
  run.graphs += 1;
  const told = new Set<string>();
  const ours = await startCartograph(graph.supergraphSdl, async (question) => {
    const answer = await graph.answer(question);
    for (const { message } of answer.errors ?? []) told.add(message);
    return answer;
  });
  const apollos = await startApollo(graph.supergraphSdl, graph.answer);
  for (let index = 0; index < operationsPerGraph && run.operations < operations; index += 1) {
    told.clear();
    if (only === undefined || only === index) {
      await runOperation(run, { seed, index, isClean, graph, ours, apollos, told });
    }
  }
  await Promise.all([ours.stop(), apollos.stop()]);
};

type Asking = {
  seed: string;
  index: number;
  isClean: boolean;
  graph: RunningGraph;
  ours: Engine;
  apollos: Engine;
  /** The errors of which subgraphs told our engine. */
  told: ReadonlySet<string>;
};

const runOperation = async (run: DifferentialRun, asking: Asking): Promise<void> => {
  const { seed, index, isClean, graph, ours, apollos, told } = asking;
  const random = new Random(`${seed} ${index}`);
  const takesNamesOfOthers = isClean && index % 6 === 0;
  const asked = randomOperation(ours.schema, random, { takesNamesOfOthers, maxDepth: index % 5 === 0 ? 3 : 2 });
  if (validate(ours.schema, parse(asked.query)).length > 0) return;
  run.operations += 1;
  const answers = {
    query: asked.query,
    ours: await ours.ask(asked),
    told,
    apollos: await apollos.ask(asked),
    asOne: isClean ? graph.asOne(ours.schema, asked) : null,
  };
  const { fault, accepted } = faultOf(answers);
  if (accepted !== null) run.accepted.set(accepted, (run.accepted.get(accepted) ?? 0) + 1);
  if (fault !== null) run.found.push({ seed, index, fault, asked, ...answers });
};
