import { randomUUID } from 'node:crypto';
import { anonymous, type Scope, type ViewerSigner, viewerHeader } from '@cartograph/viewer';
import { correlationHeader } from '../edge-request.ts';
import type { Addresses } from './addresses.ts';
import { startDeadline } from './deadline.ts';

export type OwnQuestion = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly scopes: readonly Scope[];
  readonly timeoutMs: number;
};

/** Asks a subgraph in the gateway's own name, for no request. Throws for whatever is not data without an error. */
export type AskAlone = (question: OwnQuestion) => Promise<Readonly<Record<string, unknown>>>;

type Subgraph = { name: string; addresses: Addresses; signViewer: ViewerSigner };

export const createAskAlone =
  ({ name, addresses, signViewer }: Subgraph): AskAlone =>
  async ({ query, variables, scopes, timeoutMs }) => {
    const deadline = startDeadline(timeoutMs, null);
    try {
      const request = {
        path: '/graphql',
        method: 'POST' as const,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          [viewerHeader]: await signViewer({ ...anonymous, clientId: 'gateway', scopes }, name),
          [correlationHeader]: randomUUID(),
        },
        body: JSON.stringify({ query, variables }),
        signal: deadline.signal,
      };
      const answer = (await addresses.send(request, { isMutation: false })).read();
      if (!answer.data || answer.errors) throw new Error(`${name} refused the gateway: ${answer.errors?.[0]?.message}`);
      return answer.data;
    } finally {
      deadline.clear();
    }
  };
