import type { DataRequest } from './data-request.ts';

/** The records a subgraph gave: a JSON array, as it was received. */
export type ExportPart = { readonly subgraph: string; readonly content: string };

/** The one file of an export. The parts are put in as the texts they are: what was received is what is handed out. */
export const exportFile = (request: DataRequest, parts: readonly ExportPart[]): { name: string; content: string } => {
  const head = JSON.stringify({
    requestId: request.id,
    userId: request.userId,
    requestedAt: request.requestedAt,
    finishedAt: request.finishedAt,
    receipts: request.receipts,
  });
  const bodies = parts.map(({ subgraph, content }) => `${JSON.stringify(subgraph)}:${content}`);
  return { name: `${request.id}.json`, content: `${head.slice(0, -1)},"records":{${bodies.join(',')}}}` };
};
