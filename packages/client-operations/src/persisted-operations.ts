import { z } from 'zod';
import { readAs, readJson } from './bad-operations.ts';

/** One operation that a client may send by its id. */
const persistedOperation = z.object({
  /** The SHA-256 of the body, in hexadecimal. */
  id: z.string().min(1),
  name: z.string().min(1),
  type: z.enum(['query', 'mutation', 'subscription']),
  /** The whole document: the operation with its fragments. */
  body: z.string().min(1),
});

const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(persistedOperation),
});

export type PersistedOperation = z.output<typeof persistedOperation>;

/** The persisted operations of one client, in the format of Apollo's manifest generator. */
export type PersistedOperationManifest = z.output<typeof manifest>;

/** Where a client's manifest stands, relative to the root; the name of its folder is the client's name. */
export const manifestPath = (client: string): string => `packages/client-examples/${client}/persisted-operations.json`;

/** Reads a manifest; `where` names the file in the message of the BadOperations that is thrown when it is none. */
export const parseManifest = (text: string, where: string): PersistedOperationManifest =>
  readAs(manifest, readJson(text, where), where);
