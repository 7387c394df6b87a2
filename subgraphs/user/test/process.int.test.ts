import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, newKeyPair, type TestDatabase } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Starts the program and collects what it says. */
const start = (environment: Record<string, string>) => {
  const child = spawn(process.execPath, [program], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, said, exit };
};

/** Where it listens; it may have said more since, as nobody answers at the queue it was given. */
const readyUrlIn = (log: string): string => {
  const line = log.split('\n').find((each) => each.includes('"msg":"ready"'));
  return (JSON.parse(line ?? '{}') as { url: string }).url;
};

describe('the process of the user subgraph', () => {
  let database: TestDatabase;
  let environment: Record<string, string>;
  beforeAll(async () => {
    database = await createTestDatabase('user');
    const [gateway, issuer] = await Promise.all([newKeyPair('gateway'), newKeyPair('issuer')]);
    environment = {
      PORT: '0',
      DATABASE_URL: database.url,
      VIEWER_JWKS: JSON.stringify(gateway.publicJwks),
      AWS_REGION: 'eu-central-1',
      EVENT_BUS_NAME: 'cartograph',
      EVENT_QUEUE_URL: 'http://127.0.0.1:9/000000000000/cartograph-user',
      EVENT_DEAD_LETTER_QUEUE_URL: 'http://127.0.0.1:9/000000000000/cartograph-user-dead-letters',
      GRAPH_URL: 'http://127.0.0.1:9',
      OIDC_ISSUER: 'http://127.0.0.1:4103',
      OIDC_AUDIENCE: 'cartograph',
      OIDC_SIGNING_KEYS: JSON.stringify({ keys: [issuer.privateJwk] }),
      IDENTITY_SECRET: Buffer.alloc(32, 1).toString('base64'),
      MAIL_SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'shop@cartograph.example',
    };
  });
  afterAll(() => database.drop());

  it('becomes ready, logs only lines of JSON, and ends with 0 on SIGTERM', async () => {
    const { child, said, exit } = start(environment);
    await expect.poll(() => said.out, { timeout: 20_000 }).toContain('"msg":"ready"');
    const lines = () => said.out.trim().split('\n');
    expect((await fetch(`${readyUrlIn(said.out)}/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    for (const line of lines()) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('names every missing variable at once and ends with 78', async () => {
    const { said, exit } = start({});
    expect(await exit).toBe(78);
    for (const name of Object.keys(environment)) expect(said.err).toContain(`${name}: is not set`);
    expect(said.err).not.toContain('    at ');
  });

  it('refuses an issuer without a key to sign with, and never repeats the key in its message', async () => {
    const keys = JSON.parse(environment.OIDC_SIGNING_KEYS ?? '') as { keys: { kid?: string; d: string }[] };
    const [key] = keys.keys;
    const { said, exit } = start({
      ...environment,
      OIDC_SIGNING_KEYS: JSON.stringify({ keys: [{ ...key, kid: undefined }] }),
    });
    expect(await exit).toBe(78);
    expect(said.err).toContain('OIDC_SIGNING_KEYS');
    expect(said.err).not.toContain(key?.d);
  });

  it('ends with 1 and closes everything when its port is taken', async () => {
    const first = start(environment);
    await expect.poll(() => first.said.out, { timeout: 20_000 }).toContain('"msg":"ready"');
    const url = readyUrlIn(first.said.out);
    const second = start({ ...environment, PORT: new URL(url).port });
    expect(await second.exit).toBe(1);
    expect(second.said.out).toContain('EADDRINUSE');
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
  });
});
