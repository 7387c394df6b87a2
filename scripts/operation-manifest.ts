import { getOperationAST, parse } from 'graphql';

/** Operations by the SHA-256 of their text: what a client's compiler writes. */
export type PersistedDocuments = Readonly<Record<string, string>>;

type ManifestOperation = { id: string; name: string; type: 'query' | 'mutation' | 'subscription'; body: string };

/**
 * A client's operations in the format of Apollo's persisted query manifests, in alphabetical order. Throws for an operation
 * without a name: nobody could find it again in a log, in Studio or in the recorded usage.
 */
export const operationManifest = (documents: PersistedDocuments): string => {
  const operations = Object.entries(documents).map(toOperation);
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: operations.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
};

const toOperation = ([id, body]: [string, string]): ManifestOperation => {
  const operation = getOperationAST(parse(body));
  if (!operation?.name)
    throw new Error(`An operation of a client has no name, or there are two in one document:\n${body}`);
  return { id, name: operation.name.value, type: operation.operation, body };
};
