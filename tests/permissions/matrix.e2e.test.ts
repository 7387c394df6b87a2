import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  expectedFields,
  expectedStates,
  expectedTypes,
  gapsIn,
  kindsOfViewer,
  rowsOf,
} from '@cartograph/permission-matrix';
import { gatewayClient, newKeyPair, type Supergraph, startSupergraph } from '@cartograph/testing';
import { anonymous, knownScopes } from '@cartograph/viewer';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, askCells, callMutation, type Found, inWorld, surprisesIn } from './ask-cells.ts';
import { badTokens, signed } from './bad-tokens.ts';
import { cellsOf, mutationCells } from './cells.ts';
import { openSubgraph } from './open-subgraph.ts';
import { orderWith } from './probes.ts';
import { wayTo } from './selection-to.ts';
import { audience, startTokenIssuer, type TokenIssuer } from './token-issuer.ts';
import { type Asker, type Credential, everybody } from './who-asks.ts';
import { openGuestOrder, stockShop } from './world.ts';

const root = new URL('../../', import.meta.url).pathname;
const subgraphNames = await readdir(join(root, 'subgraphs'));
const sdlOf = new Map(
  await Promise.all(
    subgraphNames.map(
      async (name) => [name, await readFile(join(root, 'subgraphs', name, 'schema.graphql'), 'utf8')] as const,
    ),
  ),
);

/** The types of a schema; its directives are not looked at here. */
const schemaOf = (sdl: string): GraphQLSchema =>
  buildSchema(sdl.replace(/extend schema[\s\S]*?\n\n/, ''), { assumeValid: true, assumeValidSDL: true });
const graph = schemaOf(await readFile(join(root, 'gateway/supergraph.graphql'), 'utf8'));
const subgraphs = new Map([...sdlOf].map(([name, sdl]) => [name, schemaOf(sdl)]));
const cells = cellsOf(graph, subgraphs);

describe('the permission matrix', () => {
  let supergraph: Supergraph;
  let issuer: TokenIssuer;
  let gatewayKey: JWK;
  let gatewayPublicKey: JWK;
  let askers: Asker[];
  let ask: Ask;

  beforeAll(async () => {
    issuer = await startTokenIssuer();
    const viewerKeys = await newKeyPair('matrix');
    gatewayKey = viewerKeys.privateJwk;
    gatewayPublicKey = viewerKeys.publicJwks.keys[0] ?? {};
    const believed = { VIEWER_JWKS: JSON.stringify(viewerKeys.publicJwks) };
    const settings = {
      gateway: {
        VIEWER_PRIVATE_JWK: JSON.stringify(gatewayKey),
        OIDC_ISSUERS: JSON.stringify([{ issuer: issuer.url, audience, jwksUrl: `${issuer.url}/keys` }]),
      },
      ...Object.fromEntries(subgraphNames.map((name) => [name, believed])),
    };
    supergraph = await startSupergraph({ settings, taps: subgraphNames.map((name) => `gateway>${name}`) });
    await stockShop(supergraph);
    askers = await everybody(supergraph.storefront, issuer);
    const clients = new Map(
      subgraphNames.map((name) => [
        name,
        gatewayClient({ url: addressOf(name), audience: name, privateJwk: gatewayKey }),
      ]),
    );
    ask = async (subgraph, { caller, viewer }, text) => {
      if (subgraph === null) return supergraph.storefront.ask(text, {}, caller);
      const client = clients.get(subgraph);
      if (!client) throw new Error(`there is no subgraph ${subgraph}`);
      return client(viewer, text);
    };
  });
  afterAll(async () => {
    await supergraph?.stop();
    await issuer?.stop();
  });
  const addressOf = (name: string) => `http://127.0.0.1:${supergraph.stack.facts.ports[name]}`;

  it('has a line for every type, mutation and scoped field of the schemas', () => {
    expect(gapsIn(rowsOf([...sdlOf.values()]))).toEqual([]);
  });

  it('keeps what only stands in answers out of reach of every query', () => {
    const answers = Object.entries(expectedTypes).flatMap(([name, { kind }]) => (kind === 'answer' ? [name] : []));
    const reached = answers.filter((to) => wayTo(graph, { from: 'Query', to, closed: new Set() }) !== null);
    expect(answers.length).toBeGreaterThan(10);
    expect(reached).toEqual([]);
    expect(wayTo(graph, { from: 'Query', to: 'Category', closed: new Set() })).toEqual(['categories']);
  });

  it('asks for every type past the gateway as well, so that what a subgraph keeps back is seen for itself', () => {
    const past = new Set(cells.filter(({ subgraph }) => subgraph !== null).map(({ row }) => row));
    expect(cells.filter(({ row }) => !past.has(row)).map(({ row }) => row)).toEqual([]);
  });

  it('holds for every type and every viewer, by query, node, nested field and entity, and at the subgraph alone', async () => {
    const found = (await Promise.all(askers.map((asker) => askCells(ask, cells, asker)))).flat();
    expect(surprisesIn(found)).toEqual([]);
    expect(found.length).toBe(cells.length * askers.length);
    // Each cell is decided by what was answered: with the opposite expectation, each would be a surprise.
    const decided = found.filter(({ isMade }) => isMade);
    expect(surprisesIn(decided.map((cell): Found => ({ ...cell, isExpected: !cell.isExpected })))).toHaveLength(
      decided.length,
    );
  });

  it('holds for every mutation and every viewer, at the gateway and at the subgraph', async () => {
    const found: Found[] = [];
    for (const cell of mutationCells()) {
      for (const door of ['gateway', 'subgraph'] as const)
        found.push(...(await Promise.all(askers.map((asker) => callMutation(ask, { ...cell, door }, asker)))));
    }
    expect(surprisesIn(found)).toEqual([]);
    expect(found.length).toBe(mutationCells().length * 2 * askers.length);
  });

  it('closes every door to a guest whose token was revoked, within the time the gateway may know it late', async () => {
    const { ids, tokens } = await openGuestOrder(supergraph.storefront);
    const holder = { caller: { guestToken: tokens.join(',') }, viewer: anonymous };
    const support = askers.find(({ kind }) => kind === 'SUPPORT')?.credentials[0] as Credential;
    const text = inWorld('{ order(id: $order) { id } payment(id: $payment) { id } ticket(id: $ticket) { id } }', ids);
    const seen = { order: { id: ids['order'] }, payment: { id: ids['payment'] }, ticket: { id: ids['ticket'] } };
    expect(await ask(null, holder, text)).toEqual({ data: seen });
    const input = inWorld('{ id: $order, idempotencyKey: $unique, reason: "the link was forwarded" }', ids);
    const revoke = `mutation { revokeGuestAccess(input: ${input}) { revokedId userErrors { code } } }`;
    expect(await ask(null, support, revoke)).toEqual({
      data: { revokeGuestAccess: { revokedId: ids['order'], userErrors: [] } },
    });
    await sleep(2_100);
    const refused = await ask(null, holder, text);
    expect(refused.errors?.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
    expect(refused.data).toBeUndefined();
  });

  it('keeps out who has no credential and who lacks a scope at the gateway alone, before subgraphs in which every door is open', async () => {
    for (const name of subgraphNames) {
      const answer = openSubgraph(sdlOf.get(name) ?? '');
      supergraph.tap(`gateway>${name}`).intercept = (request) => answer(request);
    }
    // What its state hides, the gateway cannot know of.
    const atGateway = cells.filter(({ subgraph, row }) => subgraph === null && !(row in expectedStates));
    const [nobody, admin, ...others] = ['nobody', 'ADMIN', ...kindsOfViewer].map((kind) =>
      askers.find((asker) => asker.kind === kind),
    ) as [Asker, Asker, ...Asker[]];
    const isByScope = (by: readonly string[]) => !by.includes('owner');
    const scoped = atGateway.filter(
      ({ row, door, seenBy }) => (row in expectedFields || isByScope(seenBy)) && door !== 'nested',
    );
    const kept = await askCells(ask, atGateway, nobody);
    const byScope = (await Promise.all(others.map((asker) => askCells(ask, scoped, asker)))).flat();
    const scopedCalls = mutationCells().filter(({ calledBy }) => isByScope(calledBy));
    const tried = [
      ...mutationCells().map((cell) => ({ cell, asker: nobody })),
      ...scopedCalls.flatMap((cell) => others.map((asker) => ({ cell, asker }))),
    ];
    const calls = await Promise.all(
      tried.map(({ cell, asker }) => callMutation(ask, { ...cell, door: 'gateway' }, asker)),
    );
    expect(scopedCalls.length).toBeGreaterThan(4);
    expect(new Set(scoped.map(({ row }) => row)).size).toBeGreaterThan(6);
    // A union is always its first member here.
    const certain = (found: readonly Found[]) => found.filter(({ row }) => !((row.split(' ')[0] ?? '') in orderWith));
    expect(surprisesIn([...certain(kept), ...byScope, ...calls])).toEqual([]);
    // Who has every scope of a person sees everything that is for people: what was kept from the others was there.
    const open = certain(await askCells(ask, atGateway, admin));
    const forMachinesAlone = open.filter(({ row }) => ['PersonalRecordPage', 'GuestRevocation'].includes(row));
    expect(forMachinesAlone.map(({ isSeen }) => isSeen)).toEqual([false, false, false]);
    expect(open.filter((one) => one.isMade && !one.isSeen && !forMachinesAlone.includes(one))).toEqual([]);
    for (const name of subgraphNames) supergraph.tap(`gateway>${name}`).intercept = (_, forward) => forward();
  });

  it('refuses a forged and an expired credential whatever they ask for, and every other that does not hold, in the same words', async () => {
    const [owner] = askers.filter(({ kind }) => kind === 'owner');
    const claims = { sub: owner?.world['user'] ?? '', client_id: 'storefront', scope: 'order:read:any' };
    const good = issuer.good(claims);
    const bad = await badTokens(good);
    const send = async (body: string, token = '') =>
      supergraph.storefront.send(body, { authorization: `Bearer ${token}` });
    const texts = [
      ...cells.filter(({ subgraph }) => subgraph === null).map(({ selection }) => `{ ${selection} }`),
      ...mutationCells().map(({ text }) => text),
    ].map((text) => JSON.stringify({ query: inWorld(text, owner?.world ?? {}) }));
    const said = new Set<string>();
    for (const token of [bad['another key'], bad['expired']]) {
      const answers = [];
      // Not all at once: that would be an overload, which is refused by another code.
      for (let index = 0; index < texts.length; index += 16)
        answers.push(...(await Promise.all(texts.slice(index, index + 16).map((body) => send(body, token)))));
      expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 401));
      for (const { text } of answers) said.add(text);
    }
    const me = JSON.stringify({ query: '{ me { id } }' });
    for (const [kind, token] of Object.entries(bad)) {
      const { status, text } = await send(me, token);
      expect({ kind, status }).toEqual({ kind, status: 401 });
      said.add(text);
    }
    expect([...said]).toHaveLength(1);
    expect((await send(me, await signed(good))).status).toBe(200);
  });

  it('lets nobody but the gateway ask a subgraph, and nobody ask the gateway for entities', async () => {
    const accessToken = await issuer.sign({ sub: 'user_x', client_id: 'storefront', scope: 'order:read:any' });
    const send = (name: string, headers: Record<string, string>) =>
      fetch(`${addressOf(name)}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
    const now = Math.floor(Date.now() / 1_000);
    for (const name of subgraphNames) {
      const viewer = { ...anonymous, userId: 'user_x', scopes: [...knownScopes] };
      const good = {
        claims: { viewer, iss: 'cartograph-gateway', aud: name, iat: now, exp: now + 60 },
        header: { alg: 'EdDSA', typ: 'cartograph-viewer+jwt', kid: 'matrix' },
        privateJwk: gatewayKey,
        publicJwk: gatewayPublicKey,
      };
      const bad = { ...(await badTokens(good)), 'an access token': accessToken, empty: '' };
      const attempts: [string, Record<string, string>][] = [
        ['nothing', {}],
        ['a bearer', { authorization: `Bearer ${accessToken}` }],
        ...Object.entries(bad).map(([kind, token]): [string, Record<string, string>] => [
          kind,
          { 'x-cartograph-viewer': token },
        ]),
      ];
      for (const [kind, headers] of attempts) {
        const answer = await send(name, headers);
        expect({ kind, name, status: answer.status, body: await answer.json() }).toEqual({
          kind,
          name,
          status: 401,
          body: {
            errors: [{ message: 'This door is for the gateway only.', extensions: { code: 'UNAUTHENTICATED' } }],
          },
        });
      }
      expect((await send(name, { 'x-cartograph-viewer': await signed(good) })).status).toBe(200);
    }
    for (const field of ['_entities(representations: []) { __typename }', '_service { sdl }']) {
      const { data, errors } = await supergraph.storefront.ask(`{ ${field} }`);
      expect({ data, code: errors?.[0]?.extensions?.code }).toEqual({
        data: undefined,
        code: 'GRAPHQL_VALIDATION_FAILED',
      });
    }
  });
});
