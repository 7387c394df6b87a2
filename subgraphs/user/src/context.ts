import type { UnitOfWork } from '@cartograph/outbox';
import type { SubgraphRequest } from '@cartograph/subgraph-server';
import { createLoaders, type Loaders } from './graphql/loaders.ts';
import { createPersonLoaders, type PersonLoaders } from './graphql/people/person-loaders.ts';
import { type UserAccess, userAccess } from './graphql/user-access.ts';
import type { People } from './people-of.ts';
import type { Tickets } from './tickets-of.ts';
import type { AccessTokens, Users } from './use-cases/ports.ts';
import type { prepareRegistration } from './use-cases/prepare-registration.ts';
import type { register } from './use-cases/register.ts';
import type { signIn } from './use-cases/sign-in.ts';

/** What the process has once, for all requests. */
export type Parts = {
  readonly users: Users;
  readonly unitOfWork: UnitOfWork;
  readonly accessTokens: AccessTokens;
  readonly people: People;
  readonly tickets: Tickets;
  readonly useCases: {
    readonly prepareRegistration: ReturnType<typeof prepareRegistration>;
    readonly register: ReturnType<typeof register>;
    readonly signIn: ReturnType<typeof signIn>;
  };
};

/** What resolvers see of one request. */
export type Context = SubgraphRequest &
  Omit<Parts, 'users'> & {
    readonly loaders: Loaders;
    readonly personLoaders: PersonLoaders;
    readonly access: UserAccess;
  };

/** Loaders and access live as long as one request: what one viewer may see is never remembered for another. */
export const createContext =
  ({ users, ...parts }: Parts) =>
  (request: SubgraphRequest): Context => ({
    ...request,
    ...parts,
    loaders: createLoaders({ users }),
    personLoaders: createPersonLoaders(parts.people.reads),
    access: userAccess(request.viewer),
  });
