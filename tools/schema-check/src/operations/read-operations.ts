import {
  BadOperations,
  type PersistedOperationManifest,
  parseManifest,
  type RecordedOperation,
} from '@cartograph/client-operations';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { z } from 'zod';
import type { Finding, Place } from '../finding.ts';
import type { ClientOperation } from '../graph/client-operation.ts';
import { matching } from '../graph/matching-files.ts';

export interface KnownOperations {
  operations: ClientOperation[];
  /** What could not be read. */
  findings: Finding[];
}

/** What a client says of itself beside its manifest, in `schema-check.json`. */
const clientSettings = z.strictObject({
  /** The form of the graph it uses. */
  variant: z.string().default('public'),
  /** Deprecated elements that it still selects -> why, and until when. */
  deprecations: z.record(z.string(), z.string().min(1)).default({}),
});
type ClientSettings = z.output<typeof clientSettings>;
const ofEverybody: ClientSettings = { variant: 'public', deprecations: {} };

/** The operations of the committed manifests, and those that were recorded. */
export const readOperations = (
  files: ReadonlyMap<string, string>,
  recorded: readonly RecordedOperation[],
): KnownOperations => {
  const persisted = matching(files, /^packages\/client-examples\/([^/]+)\/persisted-operations\.json$/).map(
    ({ names: [client = ''], file, text }) => readClient(files, { client, file, text }),
  );
  const settings = new Map(persisted.map(({ client, settings: own }) => [client, own]));
  const seen = recorded.map((operation) => readRecorded(operation, settings.get(operation.clientName) ?? ofEverybody));
  const all = [...persisted, ...seen];
  return { operations: all.flatMap((each) => each.operations), findings: all.flatMap((each) => each.findings) };
};

const readClient = (
  files: ReadonlyMap<string, string>,
  { client, file, text }: { client: string; file: string; text: string },
): KnownOperations & { client: string; settings: ClientSettings } => {
  try {
    const settings = settingsOf(files, client);
    const known = parseManifest(text, file).operations.map((operation) => {
      const place = placeIn(text, file, operation);
      return readBody({ client, name: operation.name, place, ...settings }, operation.body);
    });
    const operations = known.flatMap((each) => each.operations);
    return { client, settings, operations, findings: known.flatMap((each) => each.findings) };
  } catch (error) {
    if (!(error instanceof BadOperations)) throw error;
    return { client, settings: ofEverybody, operations: [], findings: [unreadable(error.message, { file, line: 1 })] };
  }
};

const settingsOf = (files: ReadonlyMap<string, string>, client: string): ClientSettings => {
  const file = `packages/client-examples/${client}/schema-check.json`;
  const text = files.get(file);
  if (text === undefined) return ofEverybody;
  const parsed = z.string().transform(jsonOrNull).pipe(clientSettings).safeParse(text);
  if (!parsed.success) throw new BadOperations(`${file} is not as it should be:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const placeIn = (text: string, file: string, { name }: PersistedOperationManifest['operations'][number]): Place => {
  const before = text.split(new RegExp(`"name"\\s*:\\s*${JSON.stringify(name)}`))[0] ?? '';
  return { file, line: before === text ? 1 : before.split('\n').length };
};

const readRecorded = (recorded: RecordedOperation, settings: ClientSettings): KnownOperations =>
  readBody(
    {
      client: recorded.clientName,
      name: recorded.operationName || '(without a name)',
      seen: { version: recorded.clientVersion, requests: recorded.count, lastSeen: recorded.lastSeen },
      ...settings,
    },
    recorded.body,
  );

const readBody = (operation: Omit<ClientOperation, 'document'>, body: string): KnownOperations => {
  const document = parseBody(body);
  if (!(document instanceof GraphQLError)) return { operations: [{ ...operation, document }], findings: [] };
  const what = `Operation ${operation.name} of ${operation.client} is not GraphQL: ${document.message}`;
  return { operations: [], findings: [unreadable(what, operation.place)] };
};

const parseBody = (body: string): DocumentNode | GraphQLError => {
  try {
    return parse(body);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
};

const unreadable = (message: string, place: Place | undefined): Finding => ({
  check: 'operations',
  code: 'OPERATIONS_UNREADABLE',
  severity: 'error',
  message,
  ...(place && { place }),
  cure: 'Generate the file again; its format is described in docs/schema-check.md.',
});
