import type { Viewer } from './viewer.ts';

/** Every scope there is, and what it opens. A scope that is not here opens nothing, whoever signed it. */
export const scopeMeanings = {
  'product:read:any': 'reads drafts and the numbers behind the stock',
  'product:write': 'publishes and archives products and changes their prices, with a reason',
  'order:read:any': "reads every customer's orders",
  'order:write:any': "cancels every customer's orders and revokes guests' access, with a reason",
  'payment:read:any': "reads every customer's payments",
  'payment:refund': 'gives money back, with a reason',
  'user:read:any': 'reads every account',
  'user:write': 'suspends and reinstates accounts, with a reason',
  'ticket:read:any': "reads every support ticket, the staff's notes on it too",
  'ticket:write:any': 'answers, assigns, resolves and reopens support tickets',
  'audit:read': 'reads who of the staff did what for whom, and why',
  'personal-data:read': "gathers the parts of a person's own export; only for machines",
  'guest-access:read': 'reads which guest tokens are revoked; only for the gateway',
} as const;

export type Scope = keyof typeof scopeMeanings;

export const knownScopes = Object.keys(scopeMeanings) as readonly Scope[];

const known: ReadonlySet<string> = new Set(knownScopes);

/** True for a scope that opens something here. */
export const isScope = (text: string): text is Scope => known.has(text);

/** True when the viewer's token carries the scope. */
export const hasScope = (viewer: Viewer, scope: Scope): boolean => viewer.scopes.includes(scope);
