import { type PersonalRecords, positionOf, type RecordPage } from '@cartograph/personal-data';
import { z } from 'zod';
import type { Holder } from '../domain/people/data-request.ts';
import type { UserId } from '../domain/user.ts';

/** Fetches every record a subgraph holds of a person. Throws when it cannot be had whole. */
export type FetchPart = (subgraph: Holder, userId: UserId, correlationId: string) => Promise<string[]>;

type FetchOptions = {
  /** The gateway's base URL: other subgraphs are reached through the graph and no other way. */
  readonly graphUrl: string;
  /** A bearer token of the machine that gathers. */
  readonly machineToken: () => Promise<string>;
  /** What this subgraph itself holds: it need not ask the graph for that. */
  readonly own: PersonalRecords;
};

const timeoutMs = 15_000;
/** A person with more than a million records is a fault, and this is how it is found out. */
const maxPages = 10_000;

/** The parts, through the graph as a machine viewer, page by page. */
export const createFetchPart = ({ graphUrl, machineToken, own }: FetchOptions): FetchPart => {
  const askGraph = async (subgraph: Exclude<Holder, 'user'>, variables: object, correlationId: string) => {
    const response = await fetch(`${graphUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await machineToken()}`,
        'x-correlation-id': correlationId,
      },
      body: JSON.stringify({ query: operations[subgraph], variables }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = graphAnswer.safeParse(await response.json());
    const page = answer.success ? answer.data.data?.part : null;
    if (page) return page;
    const codes = answer.success ? answer.data.errors?.map(({ extensions }) => extensions?.code) : undefined;
    throw new Error(`the graph answered ${response.status} ${codes?.join(', ') ?? 'without a page'}`);
  };
  return async (subgraph, userId, correlationId) => {
    const readPage = async (after: string | null): Promise<RecordPage> =>
      subgraph === 'user'
        ? own(userId, after === null ? null : positionOf(after))
        : askGraph(subgraph, { userId, after }, correlationId);
    const records: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < maxPages; page += 1) {
      const { records: some, endCursor }: RecordPage = await readPage(after);
      records.push(...some);
      if (endCursor === null) return records;
      after = endCursor;
    }
    throw new Error(`${subgraph} has more than ${maxPages} pages`);
  };
};

const operationOf = (field: string) =>
  `query GatherPersonalRecords($userId: ID!, $after: String) { part: ${field}(userId: $userId, after: $after) { records endCursor } }`;

const operations = {
  product: operationOf('productPersonalRecords'),
  order: operationOf('orderPersonalRecords'),
  payment: operationOf('paymentPersonalRecords'),
} as const;

const graphAnswer = z.object({
  data: z
    .object({ part: z.object({ records: z.array(z.string()), endCursor: z.string().nullable() }).nullable() })
    .nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }).nullish() })).optional(),
});
