import { kindsOfViewer, type ViewerKind } from '@cartograph/permission-matrix';
import type { Caller, Storefront } from '@cartograph/testing';
import { anonymous, isRole, type MachineName, scopesByMachine, scopesOfRoles, type Viewer } from '@cartograph/viewer';
import { personalIds } from './personal-ids.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { openWorld, strangersToken, type World } from './world.ts';

/** One credential: as the gateway is shown it, and as a subgraph is told of it. */
export type Credential = { readonly caller: Caller; readonly viewer: Viewer };

/** A kind of viewer: what it comes with (a guest with more tokens than fit into one request, in turn), and whose things it asks for. */
export type Asker = { readonly kind: ViewerKind; readonly credentials: readonly Credential[]; readonly world: World };

/** Everybody of the matrix, each with a credential that the running stack believes. */
export const everybody = async (storefront: Storefront, issuer: TokenIssuer): Promise<Asker[]> => {
  const ownerId = await registeredId(storefront);
  const owner = await person(issuer, ownerId);
  const { caller: support } = await person(issuer, await registeredId(storefront), scopesOfRoles(['SUPPORT']));
  const [owned, guest] = await Promise.all([
    openWorld(storefront, { caller: owner.caller, userId: ownerId, support }),
    openWorld(storefront, { caller: {}, userId: ownerId, support }),
  ]);
  const people = await personalIds(storefront, owner.caller);
  const otherToken = await strangersToken(storefront);
  const credentialsOf = async (kind: ViewerKind): Promise<Credential[]> => {
    if (isRole(kind)) return [await person(issuer, await registeredId(storefront), scopesOfRoles([kind]))];
    switch (kind) {
      case 'nobody':
        return [{ caller: {}, viewer: anonymous }];
      case 'guest':
        return [guest.tokens.slice(0, 4), guest.tokens.slice(4)].map(holderOf);
      case 'otherGuest':
        return [holderOf([otherToken])];
      case 'owner':
        return [owner];
      case 'machine':
        return [await machine(issuer, 'reporting')];
      case 'exporter':
        return [await machine(issuer, 'data-export')];
      case 'otherCustomer':
        return [await person(issuer, await registeredId(storefront))];
    }
  };
  const askers = kindsOfViewer.map(async (kind) => ({
    kind,
    credentials: await credentialsOf(kind),
    world: kind === 'guest' ? { ...people, ...owned.ids, ...guest.ids } : { ...people, ...owned.ids },
  }));
  return Promise.all(askers);
};

const registeredId = async (storefront: Storefront): Promise<string> => {
  const email = `somebody-${crypto.randomUUID()}@example.com`;
  const answer = await storefront.ask<{ register: { user: { id: string } | null } }>(
    'mutation ($input: RegisterInput!) { register(input: $input) { user { id } userErrors { message } } }',
    { input: { email, password: 'a long enough secret', name: 'Somebody' } },
  );
  const id = answer.data?.register.user?.id;
  if (!id) throw new Error(`nobody was registered: ${JSON.stringify(answer)}`);
  return id;
};

const person = async (issuer: TokenIssuer, userId: string, scopes: readonly string[] = []): Promise<Credential> => ({
  caller: { accessToken: await issuer.sign({ sub: userId, client_id: 'storefront', scope: scopes.join(' ') }) },
  viewer: { ...anonymous, userId, scopes },
});

const machine = async (issuer: TokenIssuer, name: MachineName): Promise<Credential> => {
  const scopes = scopesByMachine[name];
  const claims = { sub: name, client_id: name, scope: scopes.join(' ') };
  return {
    caller: { accessToken: await issuer.sign(claims) },
    viewer: { ...anonymous, clientId: name, scopes },
  };
};

/** The token's subject is what it opens: the gateway reads it there, too. */
const holderOf = (tokens: readonly string[]): Credential => ({
  caller: { guestToken: tokens.join(',') },
  viewer: { ...anonymous, grants: tokens.map((token) => subjectOf(token)) },
});

const subjectOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;
