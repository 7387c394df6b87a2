import { type ITrace, Trace } from '@apollo/usage-reporting-protobuf';

/** What a trace tells of a plan, without its times: each field that was timed under the fetches that lead to it. */
export const linesOfTrace = (trace: ITrace | Uint8Array | undefined): string[] => {
  if (trace === undefined) throw new Error('there is no trace');
  const { queryPlan } = trace instanceof Uint8Array ? Trace.decode(trace) : trace;
  return [...new Set(linesOfPlan(queryPlan, ''))].toSorted();
};

type PlanNode = ITrace['queryPlan'];

const linesOfPlan = (node: PlanNode, at: string): string[] => {
  if (!node) return [];
  if (node.flatten) {
    const path = (node.flatten.responsePath ?? []).map(({ fieldName, index }) => fieldName || index).join('.');
    return linesOfPlan(node.flatten.node, `${at}at ${path} `);
  }
  if (node.fetch) {
    const { serviceName, trace, sentTime, receivedTime } = node.fetch;
    const isTimed = Boolean(sentTime?.seconds) && Boolean(receivedTime?.seconds);
    return linesOfField(trace?.root, `${at}${serviceName}${isTimed ? '' : ' (not timed)'}:`);
  }
  const nodes = node.sequence?.nodes ?? node.parallel?.nodes ?? [];
  return nodes.flatMap((child) => linesOfPlan(child, `${at}${node.sequence ? 'then ' : 'beside '}`));
};

const linesOfField = (node: Trace.INode | null | undefined, at: string): string[] => {
  if (!node) return [];
  const { responseName, originalFieldName, parentType, type, error = [] } = node;
  const name = originalFieldName ? `${responseName} (${originalFieldName})` : responseName;
  const path = responseName ? `${at} ${name}` : at;
  const isField = responseName !== undefined && responseName !== '';
  const told = error?.length ? ` failed ${error.length}: ${error.map(({ message }) => message).join()}` : '';
  const line = isField || told ? [`${path} = ${parentType} -> ${type}${told}`] : [];
  return [...line, ...(node.child ?? []).flatMap((child) => linesOfField(child, path))];
};
