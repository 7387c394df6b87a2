import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPortFree } from '@cartograph/local-cloud';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choosePorts } from './stack-ports.ts';
import { loadSecrets } from './stack-secrets.ts';

describe('the data folder of a stack', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cartograph-stack-'));
  });
  afterEach(async () => rm(dataDir, { recursive: true, force: true }));

  it('remembers its ports, so that the issuer of tokens keeps its address', async () => {
    const first = await choosePorts(dataDir, ['user', 'order', 'gateway']);
    expect(new Set(Object.values(first)).size).toBe(3);
    // Above, a system takes ports for connections that go out, also between the choice and the start.
    expect(Math.max(...Object.values(first))).toBeLessThan(32_768);
    expect(await choosePorts(dataDir, ['user', 'order', 'gateway'])).toEqual(first);
  });

  it('takes another port when somebody else has taken the remembered one', async () => {
    const { user = 0 } = await choosePorts(dataDir, ['user']);
    const squatter = createServer().listen(user, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    expect(await isPortFree(user)).toBe(false);
    expect((await choosePorts(dataDir, ['user'])).user).not.toBe(user);
    await new Promise((resolve) => squatter.close(resolve));
  });

  it('makes its secrets once, different for each key', async () => {
    const secrets = await loadSecrets(dataDir, ['product', 'order']);
    expect(await loadSecrets(dataDir, ['product', 'order'])).toEqual(secrets);
    const [one, other] = Object.values(secrets.databasePasswords);
    expect(one).not.toBe(other);
    expect(secrets.viewerKeys.publicJwks.keys[0]).not.toHaveProperty('d');
  });
});
