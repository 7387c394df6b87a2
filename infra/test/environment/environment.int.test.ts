import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { subgraphs, type WorkloadName } from '../../lib/facts/subgraphs.ts';
import { stageNames } from '../../lib/stages.ts';
import { all, at, type Placed } from '../assembly.ts';
import { resolved, resolvedSecret } from './resolved.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

type Container = {
  Name: string;
  StopTimeout?: number;
  Environment: { Name: string; Value: unknown }[];
  Secrets?: { Name: string; ValueFrom: unknown }[];
};

const containersOf = (task: Placed | undefined) =>
  (at(task ?? { Type: '' }, 'ContainerDefinitions') ?? []) as Container[];

const containerOf = (stage: string, workload: WorkloadName): Container => {
  const found = all('AWS::ECS::TaskDefinition')
    .filter(({ stack }) => stack === `cartograph-${stage}-workloads`)
    .flatMap(containersOf)
    .find(({ Name }) => Name === workload);
  if (!found) throw new Error(`${stage} has no container ${workload}.`);
  return found;
};

const environmentOf = ({ Environment, Secrets = [] }: Container): Record<string, string> => ({
  ...Object.fromEntries(Environment.map(({ Name, Value }) => [Name, resolved(Name, Value)])),
  ...Object.fromEntries(Secrets.map(({ Name, ValueFrom }) => [Name, resolvedSecret(ValueFrom)])),
});

/** Runs a script in a process that sees this environment and nothing else. @returns what it printed as JSON */
const inEnvironment = async (env: Record<string, string>, script: string): Promise<unknown> => {
  const { NODE_EXTRA_CA_CERTS: _onlyInTheImage, ...rest } = env;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env: rest });
  return JSON.parse(stdout);
};

const configOf = (workload: WorkloadName): [file: string, reader: string] =>
  workload === 'gateway'
    ? ['./gateway/src/config.ts', 'readGatewayConfig']
    : [`./subgraphs/${workload}/src/config.ts`, 'readConfig'];

describe('the environment that a task of prod is given', () => {
  it.each([...subgraphs, 'gateway'] as const)('is all that the %s wants to know, and well-formed', async (workload) => {
    const [file, reader] = configOf(workload);
    const script = `const { ${reader} } = await import('${file}'); console.log(JSON.stringify(${reader}()))`;
    const config = await inEnvironment(environmentOf(containerOf('prod', workload)), script);
    expect(config).toMatchObject({ HOST: '0.0.0.0', PORT: 4_000, TELEMETRY: 'otlp' });
  });

  it('tells the gateway by which headers it knows who asks, and each request', async () => {
    const script = `const { readGatewayConfig } = await import('./gateway/src/config.ts'); console.log(JSON.stringify(readGatewayConfig()))`;
    const config = await inEnvironment(environmentOf(containerOf('prod', 'gateway')), script);
    expect(config).toMatchObject({
      CLIENT_ADDRESS_HEADER: 'x-cartograph-client',
      TELEMETRY_REQUEST_ID_HEADER: 'x-request-id',
    });
  });

  it('lets the user subgraph count attempts for all its tasks, over TLS and with a password, and tell by the queue', () => {
    const environment = environmentOf(containerOf('prod', 'user'));
    expect(environment).toMatchObject({
      REDIS_URL: expect.stringMatching(/^rediss:\/\/[^@]+:6380$/),
      REDIS_PASSWORD: expect.any(String),
      NOTIFICATIONS_QUEUE_URL: expect.stringMatching(/^https:/),
    });
    expect(environment).not.toHaveProperty('MAIL_SMTP_URL');
    expect(environment).not.toHaveProperty('THROTTLE_NETWORK_ALLOWANCE');
  });

  it('lets PostgreSQL know who asks, by variables that rotation changes, and as whom', async () => {
    const script = `
      import { createRequire } from 'node:module';
      const pg = createRequire('${root}/packages/subgraph-server/package.json')('pg');
      const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
      const { user, password, database, port, connectionParameters: { options }, ssl } = client;
      console.log(JSON.stringify({ user, password, database, port, options, verifies: ssl?.rejectUnauthorized !== false && !!ssl }))`;
    expect(await inEnvironment(environmentOf(containerOf('prod', 'order')), script)).toEqual({
      user: 'order',
      password: 'its-password',
      database: 'order',
      port: 5_433,
      options: '-c role=order',
      verifies: true,
    });
  });

  it('has no secret among what is not one', () => {
    const secretive = /KEY|PASSWORD|TOKEN_PRIVATE|SECRET|API_KEY/;
    const told = [...subgraphs, 'gateway' as const].flatMap((name) => containerOf('prod', name).Environment);
    expect(told.filter(({ Name }) => secretive.test(Name))).toEqual([]);
  });

  it.each(stageNames)('leaves a task of %s time to answer what is in flight before it is killed', (stage) => {
    const { StopTimeout = 0, Environment } = containerOf(stage, 'gateway');
    const drainMs = Number(Environment.find(({ Name }) => Name === 'DRAIN_LIMIT_MS')?.Value);
    expect(StopTimeout * 1_000).toBeGreaterThan(drainMs + 5_000);
  });
});
