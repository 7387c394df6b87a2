import type { AuditEntries } from '@cartograph/audit';
import type { UnitOfWork } from '@cartograph/outbox';
import type { PersonalRecords } from '@cartograph/personal-data';
import type { SubgraphRequest } from '@cartograph/subgraph-server';
import type { Grant } from './domain/may-see.ts';
import { type Access, accessOf } from './graphql/access.ts';
import { createLoaders, type Loaders } from './graphql/loaders.ts';
import type { addCartLine } from './use-cases/add-cart-line.ts';
import type { cancelOrder } from './use-cases/cancel-order.ts';
import type { changeCartLine } from './use-cases/change-cart-line.ts';
import type { createCart } from './use-cases/create-cart.ts';
import type { placeOrder } from './use-cases/place-order.ts';
import type { GuestRevocation } from './use-cases/ports.ts';
import type { Reads } from './use-cases/reads.ts';
import type { removeCartLine } from './use-cases/remove-cart-line.ts';
import type { revokeGuestAccess } from './use-cases/revoke-guest-access.ts';

/** What the process has once, for all requests. */
export type Parts = {
  readonly reads: Reads;
  readonly unitOfWork: UnitOfWork;
  readonly auditEntries: AuditEntries;
  readonly personalRecords: PersonalRecords;
  /** Signs the token that opens a guest's cart or order. */
  readonly guestTokens: { readonly sign: (grant: Grant) => Promise<string> };
  readonly guestRevocations: (after: string | null) => Promise<readonly GuestRevocation[]>;
  readonly useCases: {
    readonly createCart: ReturnType<typeof createCart>;
    readonly addCartLine: ReturnType<typeof addCartLine>;
    readonly changeCartLine: ReturnType<typeof changeCartLine>;
    readonly removeCartLine: ReturnType<typeof removeCartLine>;
    readonly placeOrder: ReturnType<typeof placeOrder>;
    readonly cancelOrder: ReturnType<typeof cancelOrder>;
    readonly revokeGuestAccess: ReturnType<typeof revokeGuestAccess>;
  };
};

/** What resolvers see of one request. */
export type Context = SubgraphRequest & Omit<Parts, 'reads'> & { readonly loaders: Loaders; readonly access: Access };

/** Loaders and access live as long as one request: what one viewer may see is never remembered for another. */
export const createContext =
  ({ reads, ...parts }: Parts) =>
  (request: SubgraphRequest): Context => ({
    ...request,
    ...parts,
    loaders: createLoaders(reads),
    access: accessOf(request.viewer),
  });
