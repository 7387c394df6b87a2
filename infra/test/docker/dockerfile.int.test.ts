import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { containerPort } from '../../lib/facts/addresses.ts';
import { processVariables } from '../../lib/facts/environment.ts';
import { foreignImages } from '../../lib/facts/images.ts';
import { stages } from '../../lib/stages.ts';
import { all, at } from '../assembly.ts';
import { hadolint, isContinuousIntegration } from '../config.ts';

const run = promisify(execFile);
const infra = join(import.meta.dirname, '../..');
const file = join(infra, 'docker/Dockerfile');
const dockerfile = readFileSync(file, 'utf8').replaceAll(/\\\n\s*/g, '');

/** What follows an instruction, of each line that begins with it. */
const said = (instruction: string): string[] =>
  [...dockerfile.matchAll(new RegExp(`^${instruction} (.+)$`, 'gm'))].map(([, rest = '']) => rest);

const pinned = /@sha256:[0-9a-f]{64}$/;

describe('the image', () => {
  it('is linted where everybody relies on it', () => {
    if (!hadolint) console.log('The Dockerfile is not linted: CARTOGRAPH_HADOLINT names no hadolint.');
    expect(hadolint !== undefined || !isContinuousIntegration, '.ci/run installs hadolint by pip').toBe(true);
  });

  it.runIf(hadolint)('has nothing that hadolint would say', async () => {
    const words = await run(String(hadolint), ['--no-color', '--failure-threshold', 'style', file]).then(
      ({ stdout }) => stdout,
      (error: { stdout?: string; message: string }) => error.stdout || error.message,
    );
    expect(words).toBe('');
  });

  it('is of one base whose bytes are known, as are those that run beside it', () => {
    expect(said('FROM')).toEqual([expect.stringMatching(pinned)]);
    const foreign = readFileSync(join(infra, 'delivery/foreign-images.txt'), 'utf8').trim().split('\n');
    expect(foreign.map((line) => line.split(' ')[0])).toEqual([...foreignImages]);
    expect(foreign.filter((line) => !pinned.test(line))).toEqual([]);
  });

  it('runs as nobody special, changes nothing of itself and downloads nothing', () => {
    expect(said('USER')).toEqual(['1000:1000']);
    expect([said('RUN'), said('ADD')]).toEqual([[], []]);
    expect(said('COPY').filter((line) => line.includes('--chown'))).toEqual([]);
  });

  it('has what tasks look for, where they look for it', () => {
    const [certificates] = said('COPY').flatMap((line) => / (\/etc\S+)$/.exec(line)?.[1] ?? []);
    expect(processVariables(stages.prod)['NODE_EXTRA_CA_CERTS']).toBe(certificates);
    expect([said('WORKDIR'), said('EXPOSE'), said('CMD')]).toEqual([
      ['/app'],
      [String(containerPort)],
      ['["node", "/app/main.js"]'],
    ]);
    const commands = all('AWS::ECS::TaskDefinition')
      .flatMap((task) => at(task, 'ContainerDefinitions') as { Name: string; Command?: string[] }[])
      .filter(({ Name }) => Name === 'migrate');
    expect(new Set(commands.map(({ Command }) => Command?.join(' ')))).toEqual(new Set(['node /app/migrate.js']));
  });

  it.each([
    [200, 0],
    [503, 1],
  ])('is healthy or not by what it answers: %i', async (status, code) => {
    const server = createServer((request, response) =>
      response.writeHead(request.url === '/health' ? status : 404).end(),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const [, words = '[]'] = /CMD (\[.+\])$/.exec(said('HEALTHCHECK')[0] ?? '') ?? [];
    const [, ...args] = JSON.parse(words) as string[];
    const env = { PORT: String((server.address() as AddressInfo).port) };
    const exitCode = await run(process.execPath, args, { env, timeout: 10_000 }).then(
      () => 0,
      (error: { code: number }) => error.code,
    );
    server.close();
    expect(exitCode).toBe(code);
  });
});
