import { google, Trace } from '@apollo/usage-reporting-protobuf';
import { entitiesKey } from '../compile/combine-fetches.ts';
import type { FetchStep, PlanStep } from '../compile/plan-step.ts';
import { responseNameOfKey } from '../response-names.ts';
import type { FetchTrace, FetchTraces, UntracedError } from './fetch-traces.ts';

export type TracedPlan = { readonly root: Trace.QueryPlanNode; readonly untracedErrors: readonly UntracedError[] };

/** The plan as it was run; null where nothing was to be traced. Called once for a run: the traces are put in order in place. */
export const tracedPlan = (plan: PlanStep | null, traces: FetchTraces | null): TracedPlan | null =>
  plan === null || traces === null ? null : { root: planTrace(plan, traces), untracedErrors: traces.untracedErrors };

/** With the trace of each fetch in it: the tree that Studio draws an operation's time by. */
const planTrace = (step: PlanStep, traces: FetchTraces): Trace.QueryPlanNode => {
  switch (step.kind) {
    case 'sequence':
      return new Trace.QueryPlanNode({ sequence: { nodes: step.steps.map((each) => planTrace(each, traces)) } });
    case 'parallel':
      return new Trace.QueryPlanNode({ parallel: { nodes: step.steps.map((each) => planTrace(each, traces)) } });
    case 'fetch':
      return atItsPlace(step, new Trace.QueryPlanNode({ fetch: fetchTrace(step, traces.byFetch.get(step)) }));
  }
};

const atItsPlace = ({ path }: FetchStep, node: Trace.QueryPlanNode): Trace.QueryPlanNode => {
  if (path.length === 0) return node;
  const responsePath = path.map((segment) => ({ fieldName: String(responseNameOfKey(segment)) }));
  return new Trace.QueryPlanNode({ flatten: { responsePath, node } });
};

/** A fetch that there was nothing to ask for stands there by its name alone. */
const fetchTrace = (step: FetchStep, fetch: FetchTrace | undefined): Trace.QueryPlanNode.IFetchNode => ({
  serviceName: step.subgraph,
  ...(fetch && {
    sentTime: timestamp(fetch.sentAt),
    sentTimeOffset: fetch.sentOffsetNs,
    traceParsingFailed: fetch.isUnreadable ?? false,
    ...(fetch.receivedAt && { receivedTime: timestamp(fetch.receivedAt) }),
    ...(fetch.trace && { trace: ownPart(step, fetch, fetch.trace) }),
  }),
});

/** Of a request for several fetches each gets what is its own; names are the client's again. */
const ownPart = ({ isMutation }: FetchStep, { index }: FetchTrace, trace: Trace): Trace => {
  const { root } = trace;
  if (!root) return trace;
  const all = root.child ?? [];
  const own = index === undefined ? all : all.filter(({ responseName }) => responseName === entitiesKey(index));
  root.child = own;
  // What failed for all of them is told once.
  if (index !== undefined && index > 0) root.error = [];
  for (const child of own) {
    if (index !== undefined) Object.assign(child, { responseName: '_entities', originalFieldName: '' });
    child.parentType = isMutation ? 'Mutation' : 'Query';
    giveClientNames(child);
  }
  return trace;
};

const giveClientNames = (node: Trace.INode): void => {
  if (node.responseName) {
    node.responseName = String(responseNameOfKey(node.responseName));
    if (node.originalFieldName === node.responseName) node.originalFieldName = '';
  }
  for (const child of node.child ?? []) giveClientNames(child);
};

const timestamp = (date: Date): google.protobuf.Timestamp =>
  new google.protobuf.Timestamp({
    seconds: Math.floor(date.getTime() / 1_000),
    nanos: (date.getTime() % 1_000) * 1_000_000,
  });
