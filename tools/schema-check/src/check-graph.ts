import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import type { RecordedOperation } from '@cartograph/client-operations';
import { type CompositionResult, composeSupergraph } from '@cartograph/composition';
import { type CostModel, costModelOf, readCostRules } from '@cartograph/graph-limits';
import { checkChanges } from './changes/check-changes.ts';
import { checkMoves } from './changes/check-moves.ts';
import { type SchemaPair, withUses } from './changes/schema-pair.ts';
import { checkComposition } from './composition/check-composition.ts';
import { checkSecondOpinion } from './composition/check-second-opinion.ts';
import type { AskSecondOpinion } from './composition/second-opinion.ts';
import { checkContracts } from './contracts/check-contracts.ts';
import { checkEventContracts } from './events/check-event-contracts.ts';
import type { Finding } from './finding.ts';
import type { ClientOperation } from './graph/client-operation.ts';
import type { GraphState } from './graph/graph-state.ts';
import { readGraph } from './graph/read-graph.ts';
import { checkLint } from './lint/check-lint.ts';
import { checkMigrations } from './migrations/check-migrations.ts';
import { checkOperations, validationErrors } from './operations/check-operations.ts';
import { readOperations } from './operations/read-operations.ts';
import { checkPlans } from './plans/check-plans.ts';
import { planOn } from './plans/count-fetches.ts';
import type { Report } from './report/report.ts';
import type { FileTree } from './trees/file-tree.ts';

export interface CheckInput {
  base: FileTree;
  now: FileTree;
  /** What clients really sent, beside the committed manifests. */
  recorded: readonly RecordedOperation[];
  /** The event contracts of the code, where the working tree is that of the code that runs. */
  eventContracts: Parameters<typeof checkEventContracts>[2];
  askSecondOpinion: AskSecondOpinion;
}

/** Everything that is to be said of the graph as it is now, against a base. */
export const checkGraph = async (input: CheckInput): Promise<Report> => {
  const [before, after] = [readGraph(input.base), readGraph(input.now)];
  const known = readOperations(input.now.files, input.recorded);
  const migrations = checkMigrations(before, after);
  const schema = await checkSchema(before, after, { operations: known.operations, ask: input.askSecondOpinion });
  const findings = [
    ...schema.findings,
    ...known.findings,
    ...checkLint(after),
    ...checkEventContracts(before, after, input.eventContracts),
    ...(await migrations),
  ];
  return {
    base: before.label,
    findings,
    apiChanges: schema.apiChanges,
    looked: {
      subgraphs: after.subgraphs.length,
      operations: known.operations.length,
      clients: new Set(known.operations.map(({ client }) => client)).size,
      databases: after.databases.length,
    },
  };
};

interface SchemaCheck {
  findings: Finding[];
  apiChanges: string[];
}

interface Asked {
  operations: readonly ClientOperation[];
  ask: AskSecondOpinion;
}

const checkSchema = async (before: GraphState, after: GraphState, { operations, ask }: Asked): Promise<SchemaCheck> => {
  // Asked first: it answers in another thread while this one composes.
  const asked = ask(after.subgraphs.map(({ name, sdl }) => ({ name, sdl })));
  const result = composeSupergraph(after.subgraphs);
  const base = composeBase(before, after, result);
  const composition = checkComposition(after, result, base.ok ? base.hints : []);
  const now = supergraphOf(result);
  const opinion = await checkSecondOpinion(result, await asked, now?.api ?? null);
  if (now === null) return { findings: [...composition, ...opinion], apiChanges: [] };
  const earlier = supergraphOf(base);
  const pair = earlier === null ? null : { before, after, apiBefore: earlier.api, apiAfter: now.api, used: [] };
  const changed = pair === null ? withoutBase(before) : await compare(pair, { operations, earlier, now });
  const invalid = checkOperations(now, operations).filter((finding) => !isTold(finding, changed.findings));
  const contracts = checkContracts({ before, after, operations, isComparable: earlier !== null });
  return {
    findings: [
      ...composition,
      ...opinion,
      ...changed.findings,
      ...invalid,
      ...contracts.filter((each) => !isTold(each, [...changed.findings, ...invalid])),
    ],
    apiChanges: changed.apiChanges,
  };
};

/** The base was proven to compose when it was made; unless it is the same anyway, only its hints are wanted. */
const composeBase = (before: GraphState, after: GraphState, result: CompositionResult): CompositionResult => {
  const textOf = ({ subgraphs }: GraphState) => JSON.stringify(subgraphs.map(({ name, sdl }) => [name, sdl]));
  if (before.subgraphs.length === 0) return { ok: false, errors: [] };
  return textOf(before) === textOf(after) ? result : composeSupergraph(before.subgraphs, { isProvenAlready: true });
};

type Side = {
  sdl: string;
  supergraph: Supergraph;
  api: ReturnType<ReturnType<Supergraph['apiSchema']>['toGraphQLJSSchema']>;
  costs: CostModel;
};

const supergraphOf = (result: CompositionResult): Side | null => {
  if (!result.ok) return null;
  const supergraph = Supergraph.build(result.supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  });
  const api = supergraph.apiSchema().toGraphQLJSSchema();
  return { sdl: result.supergraphSdl, supergraph, api, costs: costModelOf(api, readCostRules(result.supergraphSdl)) };
};

const withoutBase = ({ label }: GraphState): SchemaCheck => ({
  findings: [
    {
      check: 'composition',
      code: 'BASE_DOES_NOT_COMPOSE',
      severity: 'notice',
      message: `The subgraphs of ${label} do not compose, or there are none: nothing to compare the public schema with`,
      cure: 'Give a --base that composes, if there is one.',
    },
  ],
  apiChanges: [],
});

const compare = async (
  pair: SchemaPair,
  { operations, earlier, now }: { operations: readonly ClientOperation[]; earlier: Side | null; now: Side },
): Promise<SchemaCheck> => {
  if (earlier === null || earlier.sdl === now.sdl) return { findings: [], apiChanges: [] };
  const valid = operations.filter((operation) => validationErrors(earlier.api, operation).length === 0);
  const used = { ...pair, used: withUses(earlier.api, valid) };
  const changes = await checkChanges(used);
  const planned = valid.filter((operation) => validationErrors(now.api, operation).length === 0);
  const plans = planned.length === 0 ? [] : checkPlans(planned, planOn(earlier.supergraph), planOn(now.supergraph));
  return { findings: [...changes.findings, ...checkMoves(used), ...plans], apiChanges: changes.summary };
};

/** An operation that is hit by a change is refused because of it: it need not be told twice. */
const isTold = ({ code, severity, hit = [] }: Finding, told: readonly Finding[]): boolean =>
  severity === 'error' &&
  (code === 'OPERATION_INVALID' || code === 'LEFT_VARIANT') &&
  hit.every((each) =>
    told.some(
      (other) =>
        other.severity === 'error' &&
        other.hit?.some(
          ({ client, operation, version }) =>
            client === each.client && operation === each.operation && version === each.version,
        ),
    ),
  );
