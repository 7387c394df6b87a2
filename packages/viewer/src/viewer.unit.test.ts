import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, createViewerSigner, createViewerVerifier, type Viewer, ViewerRefused } from './index.ts';

const viewer: Viewer = { ...anonymous, userId: 'user_1', scopes: ['order:read:any'] };
const keyPair = async (kid: string): Promise<{ privateJwk: JWK; publicJwk: JWK }> => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  return {
    privateJwk: { ...(await exportJWK(pair.privateKey)), kid },
    publicJwk: { ...(await exportJWK(pair.publicKey)), kid },
  };
};

describe('the signed viewer', () => {
  let ours: Awaited<ReturnType<typeof keyPair>>;
  let strangers: Awaited<ReturnType<typeof keyPair>>;
  const verifier = (audience = 'order') => createViewerVerifier({ publicJwks: { keys: [ours.publicJwk] }, audience });
  const signed = async ({ typ, expires }: { typ: string; expires: string }) =>
    new SignJWT({ viewer })
      .setProtectedHeader({ alg: 'EdDSA', typ, kid: 'one' })
      .setIssuer('cartograph-gateway')
      .setAudience('order')
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(await importJWK(ours.privateJwk, 'EdDSA'));
  beforeAll(async () => {
    ours = await keyPair('one');
    strangers = await keyPair('one');
  });

  it('is believed by the subgraph it was signed for', async () => {
    const token = await createViewerSigner(ours)(viewer, 'order');
    expect(await verifier()(token)).toEqual(viewer);
  });

  it('is refused by another subgraph, and when signed by another key', async () => {
    const token = await createViewerSigner(ours)(viewer, 'order');
    await expect(verifier('payment')(token)).rejects.toThrow(ViewerRefused);
    await expect(verifier()(await createViewerSigner(strangers)(viewer, 'order'))).rejects.toThrow(ViewerRefused);
  });

  it('is refused when expired, altered, unsigned, oversized or absent', async () => {
    const expired = await signed({ typ: 'cartograph-viewer+jwt', expires: '-61s' });
    const good = await createViewerSigner(ours)(viewer, 'order');
    const [head = '', body = '', signature = ''] = good.split('.');
    const altered = [
      head,
      Buffer.from(Buffer.from(body, 'base64url').toString().replace('user_1', 'user_2')).toString('base64url'),
      signature,
    ].join('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const token of [expired, altered, unsigned, 'x'.repeat(5000), '', undefined, ['a']]) {
      await expect(verifier()(token)).rejects.toThrow(ViewerRefused);
    }
  });

  it('is refused when not valid yet, too old to be replayed, or without its times', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const signed = async (claims: Record<string, number>) =>
      new SignJWT({ viewer, iss: 'cartograph-gateway', aud: 'order', ...claims })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'cartograph-viewer+jwt', kid: 'one' })
        .sign(await importJWK(ours.privateJwk, 'EdDSA'));
    const bad = [
      { iat: now, exp: now + 600, nbf: now + 300 },
      { iat: now + 300, exp: now + 600 },
      { iat: now - 300, exp: now + 600 },
      { iat: now },
      { exp: now + 60 },
    ];
    for (const claims of bad) await expect(verifier()(await signed(claims))).rejects.toThrow(ViewerRefused);
    expect(await verifier()(await signed({ iat: now, exp: now + 60 }))).toEqual(viewer);
  });

  it('bears clocks that are nearly a minute apart, either way', async () => {
    const now = Math.floor(Date.now() / 1_000);
    for (const iat of [now - 55 - 60, now + 55]) {
      const token = await new SignJWT({ viewer, iss: 'cartograph-gateway', aud: 'order', iat, exp: iat + 60 })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'cartograph-viewer+jwt', kid: 'one' })
        .sign(await importJWK(ours.privateJwk, 'EdDSA'));
      expect(await verifier()(token)).toEqual(viewer);
    }
  });

  it('is believed under the old key and the new one while keys rotate, and not under the old one afterwards', async () => {
    const next = await keyPair('two');
    const both = createViewerVerifier({ publicJwks: { keys: [ours.publicJwk, next.publicJwk] }, audience: 'order' });
    const [byOld, byNew] = [
      await createViewerSigner(ours)(viewer, 'order'),
      await createViewerSigner(next)(viewer, 'order'),
    ];
    expect([await both(byOld), await both(byNew)]).toEqual([viewer, viewer]);
    const after = createViewerVerifier({ publicJwks: { keys: [next.publicJwk] }, audience: 'order' });
    await expect(after(byOld)).rejects.toThrow(ViewerRefused);
    expect(await after(byNew)).toEqual(viewer);
  });

  it('is refused when another kind of token was signed with the same key', async () => {
    await expect(verifier()(await signed({ typ: 'JWT', expires: '1m' }))).rejects.toThrow(ViewerRefused);
  });
});
