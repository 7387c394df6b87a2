import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';

/** One change of the graph: the files before and after it, and what the check must say. */
export interface CorpusCase {
  name: string;
  /** What the case is about, in a sentence. */
  about: string;
  before: ReadonlyMap<string, string>;
  after: ReadonlyMap<string, string>;
  /** Recorded operations, as text; empty where there are none. */
  usage: string;
  expected: ExpectedFinding[];
}

export interface ExpectedFinding {
  code: string;
  severity: string;
  subgraph?: string;
  /** `file:line`. */
  at?: string;
  /** `client · operation` of each that is hit. */
  hit?: string[];
}

/**
 * Reads a folder: `before/` and `after/` hold the files of the graph, in which `<name>.graphql` is short for a subgraph's schema;
 * `clients/` the operations of each client, sent on both sides unless a side has its own; `expected.json` what is found.
 */
export const readCase = async (folder: string): Promise<CorpusCase> => {
  const files = await readFolder(folder);
  const { about, findings } = JSON.parse(files.get('expected.json') ?? '') as {
    about: string;
    findings: ExpectedFinding[];
  };
  const clients = filesBelow(files, 'clients/');
  const side = (name: string) => {
    const own = filesBelow(files, `${name}/`);
    const ownClients = filesBelow(own, 'clients/');
    return new Map([...treeOf(own), ...clientFiles(ownClients.size > 0 ? ownClients : clients)]);
  };
  return {
    name: basename(folder),
    about,
    before: side('before'),
    after: side('after'),
    usage: files.get('usage.json') ?? '',
    expected: findings,
  };
};

const readFolder = async (folder: string): Promise<Map<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = async (path: string) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const;
  return new Map(await Promise.all(paths.sort().map(read)));
};

const filesBelow = (files: ReadonlyMap<string, string>, prefix: string): Map<string, string> =>
  new Map([...files].flatMap(([path, text]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), text]] : [])));

const treeOf = (files: ReadonlyMap<string, string>): [string, string][] =>
  [...files].flatMap(([path, text]): [string, string][] => {
    if (path.startsWith('clients/')) return [];
    const subgraph = /^([a-z]+)\.graphql$/.exec(path)?.[1];
    return [[subgraph === undefined ? path : `subgraphs/${subgraph}/schema.graphql`, text]];
  });

/** `<client>.graphql` becomes the client's manifest, `<client>.json` what it says of itself. */
const clientFiles = (files: ReadonlyMap<string, string>): [string, string][] =>
  [...files].map(([path, text]): [string, string] => {
    const [client = '', ending] = path.split('.');
    const folder = `packages/client-examples/${client}`;
    if (ending === 'manifest') return [`${folder}/persisted-operations.json`, text];
    return ending === 'json'
      ? [`${folder}/schema-check.json`, text]
      : [`${folder}/persisted-operations.json`, manifestOf(text)];
  });

const manifestOf = (text: string): string => {
  const operations = parse(text).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: operations.map((operation) => persisted(operation, text)),
  });
};

const persisted = (operation: OperationDefinitionNode, text: string) => {
  const body = text.slice(operation.loc?.start, operation.loc?.end);
  const id = createHash('sha256').update(body).digest('hex');
  return { id, name: operation.name?.value ?? '', type: operation.operation, body };
};
