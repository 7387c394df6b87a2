import { isScope, type Scope } from './scopes.ts';

/**
 * What each role may do, as the scopes an issuer puts into its token. Subgraphs and the gateway judge by scopes and know
 * no role: a role is only a name for a set of them. What is a person's own needs no scope.
 */
export const scopesByRole = {
  CUSTOMER: [],
  SUPPORT: [
    'product:read:any',
    'order:read:any',
    'order:write:any',
    'payment:read:any',
    'user:read:any',
    'ticket:read:any',
    'ticket:write:any',
  ],
  MERCHANDISER: ['product:read:any', 'product:write'],
  FINANCE: ['order:read:any', 'payment:read:any', 'payment:refund'],
  ADMIN: [
    'product:read:any',
    'product:write',
    'order:read:any',
    'order:write:any',
    'payment:read:any',
    'payment:refund',
    'user:read:any',
    'user:write',
    'ticket:read:any',
    'ticket:write:any',
    'audit:read',
  ],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;

export type Role = keyof typeof scopesByRole;

export const roles = Object.keys(scopesByRole) as readonly Role[];

export const isRole = (text: string): text is Role => Object.hasOwn(scopesByRole, text);

/** What a machine client may do: it asks in its own name, holds what it needs, and never acts for a person. */
export const scopesByMachine = {
  /** Gathers what the subgraphs hold of a person who asked for an export. */
  'data-export': ['personal-data:read'],
  /** The gateway, in its own name; no issuer knows it. */
  gateway: ['guest-access:read'],
  /** Reads figures for reports. */
  reporting: ['product:read:any', 'order:read:any', 'payment:read:any'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;

export type MachineName = keyof typeof scopesByMachine;

/** The scopes of all the roles together, each once, in the order of their names. Names that are no role count for nothing. */
export const scopesOfRoles = (names: readonly string[]): Scope[] => {
  const scopes = names.filter(isRole).flatMap((role): readonly Scope[] => scopesByRole[role]);
  return [...new Set(scopes)].sort();
};

/** The scopes in a token's `scope` text (RFC 6749, section 3.3) that mean something here, each once. */
export const scopesInText = (text: string): Scope[] => [...new Set(text.split(' ').filter(isScope))].sort();
