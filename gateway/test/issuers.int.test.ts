import { newKeyPair } from '@cartograph/testing';
import { scopesOfRoles } from '@cartograph/viewer';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway, until } from './support/test-gateway.ts';
import { startTestIssuer, type TestIssuer } from './support/test-issuer.ts';

const nowSeconds = () => Math.floor(Date.now() / 1_000);

describe('several issuers, each by its own configuration', () => {
  let own: TestIssuer;
  let cognito: TestIssuer;
  let strict: TestIssuer;
  let gateway: TestGateway;
  beforeAll(async () => {
    [own, cognito, strict] = await Promise.all([startTestIssuer(), startTestIssuer(), startTestIssuer()]);
    gateway = await startTestGateway({
      OIDC_ISSUERS: JSON.stringify([
        { issuer: own.url, audience: 'cartograph' },
        { issuer: cognito.url, audience: 'a-client', userIdClaim: 'username', rolesClaim: 'cognito:groups' },
        { issuer: strict.url, audience: 'cartograph', clockToleranceSeconds: 0 },
      ]),
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all([own, cognito, strict].map((issuer) => issuer.stop()));
  });

  const ask = (token: string) => gateway.ask('{ whoAmI }', { headers: { authorization: `Bearer ${token}` } });
  const viewerOf = async (token: string) => JSON.parse((await ask(token)).data.whoAmI);

  it('believes each for itself: its users, its roles and its sessions', async () => {
    const claims = { aud: undefined as never, client_id: 'a-client', token_use: 'access', username: 'user_bob' };
    const groups = { 'cognito:groups': ['SUPPORT', 'eu-central-1_pool_Google', 7 as never] };
    expect(await viewerOf(await own.sign({ claims: { sid: 'session_1', 'cognito:groups': ['ADMIN'] } }))).toMatchObject(
      {
        userId: 'user_alice',
        sessionId: 'session_1',
        scopes: [],
      },
    );
    expect(await viewerOf(await cognito.sign({ claims: { ...claims, ...groups } }))).toMatchObject({
      userId: 'user_bob',
      scopes: scopesOfRoles(['SUPPORT']),
    });
    expect((await ask(await cognito.sign({ claims: { ...claims, username: undefined } }))).status).toBe(401);
  });

  it('gives a machine no role, whatever its token says', async () => {
    const claims = { aud: undefined as never, sub: 'a-client', client_id: 'a-client', 'cognito:groups': ['ADMIN'] };
    expect(await viewerOf(await cognito.sign({ claims }))).toMatchObject({ clientId: 'a-client', scopes: [] });
  });

  it('lets its clock differ by a minute, either way, and by no more', async () => {
    const early = (seconds: number) =>
      own.sign({ claims: { nbf: nowSeconds() + seconds, iat: nowSeconds() + seconds } });
    const late = (seconds: number) => own.sign({ expires: nowSeconds() - seconds });
    expect((await ask(await early(55))).status).toBe(200);
    expect((await ask(await late(55))).status).toBe(200);
    expect((await ask(await early(75))).status).toBe(401);
    expect((await ask(await late(61))).status).toBe(401);
  });

  it('no longer believes a token after its end that it believed before', async () => {
    const token = await strict.sign({ expires: nowSeconds() + 2 });
    expect((await ask(token)).status).toBe(200);
    await until(async () => (await ask(token)).status === 401, 'the end');
    expect(Date.now()).toBeLessThan((decodeJwt(token).exp ?? 0) * 1_000 + 10_000);
  });

  it('goes on when the keys are rotated while somebody is signed in, and while the issuer is away', async () => {
    const byOldKey = { key: own.firstKey, header: { kid: 'issuer' } };
    const signedIn = await own.sign();
    expect((await ask(signedIn)).status).toBe(200);
    own.rotate(await newKeyPair('issuer-2'));
    expect((await ask(signedIn)).status).toBe(200);
    // Not one that is remembered: it has to be verified by the old key, which is still published.
    expect((await ask(await own.sign(byOldKey))).status).toBe(200);
    await until(async () => (await ask(await own.sign())).status === 200, 'the new key is known');
    await own.stop();
    expect((await ask(await own.sign())).status).toBe(200);
    expect((await ask(await own.sign(byOldKey))).status).toBe(200);
  });
});
