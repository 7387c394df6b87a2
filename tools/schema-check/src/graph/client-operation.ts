import type { DocumentNode } from 'graphql';
import type { Hit, Place } from '../finding.ts';

/** An operation that a client is known to send. */
export interface ClientOperation {
  client: string;
  name: string;
  document: DocumentNode;
  /** Which form of the graph the client uses: see packages/variants. */
  variant: string;
  /** In the client's manifest; none for one that was recorded. */
  place?: Place;
  /** How it was seen, if it was recorded; its literals are empty then. */
  seen?: { version: string; requests: number; lastSeen: string };
  /** Why the client still selects these deprecated elements, and until when. */
  deprecations: Readonly<Record<string, string>>;
}

export const hitOf = ({ client, name, seen }: ClientOperation): Hit => ({
  client,
  operation: name,
  ...(seen && { version: seen.version, requests: seen.requests, lastSeen: seen.lastSeen }),
});
