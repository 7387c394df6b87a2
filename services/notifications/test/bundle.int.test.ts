import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedBatch } from './batches.ts';
import { startDynamo, startTopics } from './endpoints.ts';

const run = promisify(execFile);
const bundler = join(import.meta.dirname, '../../../tools/bundle/src/main.ts');
const table = 'delivered';

/** As Lambda does it: loads the module of the handler's name, and awaits what the handler answers to a batch. */
const invoke = (batch: unknown): string => `
  const { handler } = await import(process.argv[1]);
  const context = { awsRequestId: 'one', getRemainingTimeInMillis: () => 30_000 };
  console.log(JSON.stringify(await handler(${JSON.stringify(batch)}, context)));
  process.exit(0);`;

let folder: string;
let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let topics: Awaited<ReturnType<typeof startTopics>>;
let said: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notifications-bundle-'));
  [dynamo, topics] = await Promise.all([startDynamo(table), startTopics()]);
  said = (await run(process.execPath, [bundler, 'notifications', '--out', folder])).stdout;
});

afterAll(async () => {
  await Promise.all([dynamo?.stop(), topics?.stop()]);
  await rm(folder, { recursive: true });
});

/** The bundle in an environment that holds its documented variables and nothing else. */
const inLambda = async (batch: unknown): Promise<unknown> => {
  const env = {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.settings.endpoint,
    AWS_ENDPOINT_URL_SNS: topics.endpoint,
    IDEMPOTENCY_TABLE: table,
    MAIL_FROM: 'no-reply@cartograph.example',
    TOPIC_ARNS: JSON.stringify({ notices: topics.topicArn }),
    LOG_LEVEL: 'silent',
  };
  const program = join(folder, 'notifications/main.js');
  const args = ['--input-type=module', '--eval', invoke(batch), program];
  return JSON.parse((await run(process.execPath, args, { env, cwd: folder })).stdout);
};

describe('the bundle of the Lambda', () => {
  it('is one folder, printed with what it weighs', async () => {
    expect(said).toMatch(/notifications\s+\d+ of \d+ KiB/);
    expect(await readdir(folder)).toEqual(['notifications']);
    expect(await readdir(join(folder, 'notifications'))).toContain('main.js');
  });

  it('delivers a recorded batch once, with Node alone', async () => {
    expect(await inLambda(recordedBatch())).toEqual({ batchItemFailures: [] });
    expect(await inLambda(recordedBatch())).toEqual({ batchItemFailures: [] });
    expect(await topics.told()).toEqual(['first', 'second']);
  });

  it('does not start without its variables, and names all that are missing', async () => {
    const program = join(folder, 'notifications/main.js');
    const failure = await run(process.execPath, [program], { env: {}, cwd: folder }).catch((error: unknown) => error);
    expect((failure as { stderr: string }).stderr).toMatch(/IDEMPOTENCY_TABLE[\s\S]*MAIL_FROM[\s\S]*TOPIC_ARNS/);
  });
});
