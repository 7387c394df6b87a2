import { z } from 'zod';
import type { GuestGrant } from './guest-grant.ts';

/** Who asks, as the gateway found out and every subgraph believes. Ids only: no name, no address. */
export const viewerSchema = z.object({
  /** The signed-in user, or null. */
  userId: z.string().max(64).nullable(),
  /** The machine that asks for itself, or null. */
  clientId: z.string().max(64).nullable(),
  /** What the token allows, e.g. `order:read:any`. */
  scopes: z.array(z.string().max(64)).max(64).readonly(),
  /** Ids of the one cart or order that a guest token opens. */
  grants: z.array(z.string().max(64)).max(4).readonly(),
  /** Of which generation the token of a grant was, where that is not the first. */
  grantGenerations: z.record(z.string().max(64), z.int().min(1)).optional(),
  /** The session the access token belongs to, where its issuer says so; else null. */
  sessionId: z.string().max(64).nullable().default(null),
});

export type Viewer = Readonly<z.output<typeof viewerSchema>>;

/** Nobody in particular. */
export const anonymous: Viewer = { userId: null, clientId: null, scopes: [], grants: [], sessionId: null };

/** True for whoever came with a credential that holds: signed in, a machine, or a guest with a token. */
export const isSomebody = ({ userId, clientId, grants }: Viewer): boolean =>
  userId !== null || clientId !== null || grants.length > 0;

/** What the viewer's guest tokens open, each with the generation it is of. */
export const guestGrantsOf = ({ grants, grantGenerations }: Viewer): GuestGrant[] =>
  grants.map((id) => ({ id, generation: grantGenerations?.[id] ?? 1 }));
