import type { customersOf } from '../support/customers.ts';

export type TargetName = 'embedded' | 'cognito-local' | 'moto';

/** The user subgraph on one identity provider. */
export type World = {
  customers: ReturnType<typeof customersOf>;
  /** The newest code that was mailed to the address. */
  codeFor: (email: string, mails?: number) => Promise<string>;
  /** A code that was mailed to nobody. */
  wrongCode: string;
  /** Gives a user a role, as an operator does. */
  grant: (userId: string, role: 'SUPPORT') => Promise<void>;
  /** The user's id and roles, from the claims that the gateway reads there. */
  readToken: (accessToken: string) => { userId: unknown; roles: unknown };
  stop: () => Promise<void>;
};

export type Target = { name: TargetName; start: () => Promise<World> };
