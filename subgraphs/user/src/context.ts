import type { AuditEntries } from '@cartograph/audit';
import type { UnitOfWork } from '@cartograph/outbox';
import type { SubgraphRequest } from '@cartograph/subgraph-server';
import { createLoaders, type Loaders } from './graphql/loaders.ts';
import { createPersonLoaders, type PersonLoaders } from './graphql/people/person-loaders.ts';
import { type UserAccess, userAccess } from './graphql/user-access.ts';
import type { People } from './people-of.ts';
import type { Throttle } from './throttle/throttle.ts';
import type { Tickets } from './tickets-of.ts';
import type { Identity } from './use-cases/identity.ts';
import type { Sessions } from './use-cases/identity-ports.ts';
import type { Users } from './use-cases/ports.ts';
import type { SecondFactorSteps } from './use-cases/second-factor.ts';
import type { useCasesOf } from './use-cases-of.ts';

/** What the process has once, for all requests. */
export type Parts = {
  readonly users: Users;
  readonly unitOfWork: UnitOfWork;
  readonly people: People;
  readonly auditEntries: AuditEntries;
  readonly tickets: Tickets;
  readonly identity: Identity;
  readonly sessions: Pick<Sessions, 'listOf'>;
  /** False where an outside issuer keeps the sessions: then they cannot be listed here. */
  readonly hasOwnSessions: boolean;
  /** Null where an outside issuer keeps second factors. */
  readonly secondFactor: SecondFactorSteps | null;
  readonly throttleFor: (address: string | null) => Throttle;
  readonly useCases: ReturnType<typeof useCasesOf>;
};

/** What resolvers see of one request. */
export type Context = SubgraphRequest &
  Omit<Parts, 'users' | 'throttleFor'> & {
    readonly loaders: Loaders;
    readonly personLoaders: PersonLoaders;
    readonly access: UserAccess;
    readonly throttle: Throttle;
  };

/** Loaders and access live as long as one request: what one viewer may see is never remembered for another. */
export const createContext =
  ({ users, throttleFor, ...parts }: Parts) =>
  (request: SubgraphRequest): Context => ({
    ...request,
    ...parts,
    loaders: createLoaders({ users }),
    personLoaders: createPersonLoaders(parts.people.reads),
    access: userAccess(request.viewer),
    throttle: throttleFor(request.client.address),
  });
