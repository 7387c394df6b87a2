/** How much it matters: only an error breaks something, and only an error makes the command fail. */
export type Severity = 'error' | 'warning' | 'notice';

export const checkNames = [
  'composition',
  'changes',
  'plans',
  'operations',
  'lint',
  'contracts',
  'events',
  'migrations',
] as const;

/** Which of the checks found it. */
export type CheckName = (typeof checkNames)[number];

/** Where it stands: a file of the working tree relative to the root, lines and columns from 1. */
export interface Place {
  file: string;
  line: number;
  column?: number;
}

/** An operation of a client that it hits. */
export interface Hit {
  client: string;
  /** The client's version, where it was recorded. */
  version?: string;
  operation: string;
  /** How often it was sent, where it was recorded. */
  requests?: number;
  /** When it was last sent, where it was recorded. */
  lastSeen?: string;
}

/** One thing that a check has to say. */
export interface Finding {
  check: CheckName;
  code: string;
  severity: Severity;
  message: string;
  /** The subgraph, or the database, it is about. */
  subgraph?: string;
  place?: Place;
  hit?: Hit[];
  /** What to do instead, in a sentence or two. */
  cure: string;
}

/** `storefront 1.4.0 · ProductPage (1284 requests, last 2026-11-24)`. */
export const describeHit = ({ client, version, operation, requests, lastSeen }: Hit): string => {
  const seen = requests === undefined ? '' : ` (${requests} requests, last ${lastSeen?.slice(0, 10) ?? 'unknown'})`;
  return `${client}${version ? ` ${version}` : ''} · ${operation}${seen}`;
};
