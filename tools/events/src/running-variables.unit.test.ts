import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queuesIn } from './queue-variables.ts';
import { runningVariables } from './running-variables.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cartograph-running-'));
});
afterAll(() => rm(folder, { recursive: true }));

const queue = (subgraph: string) => ({
  subgraph,
  queueUrl: `http://127.0.0.1:1/0/${subgraph}`,
  deadLetterQueueUrl: `http://127.0.0.1:1/0/${subgraph}-dead`,
});

const announced = async (pid: number): Promise<string> => {
  const file = join(folder, `${pid}.json`);
  const databases = { product: 'postgres://p', order: 'postgres://o', user: 'postgres://u', payment: 'postgres://y' };
  const urls = { eventBridgeUrl: 'http://127.0.0.1:2', sqsUrl: 'http://127.0.0.1:1' };
  const queues = [queue('product'), queue('order'), queue('user'), queue('payment'), queue('gateway')];
  const events = { region: 'eu-central-1', ...urls, busName: 'cartograph', archiveArn: 'arn:archive', queues };
  await writeFile(file, JSON.stringify({ pid, databases, events }));
  return file;
};

describe('the running stack', () => {
  it('is read as the variables that AWS would be reached by', async () => {
    const variables = runningVariables(await announced(process.pid));
    expect(variables).toMatchObject({ ORDER_DATABASE_URL: 'postgres://o', EVENT_ARCHIVE_ARN: 'arn:archive' });
    expect(queuesIn(variables).map(({ subgraph }) => subgraph)).toEqual([
      'product',
      'order',
      'user',
      'payment',
      'gateway',
    ]);
  });

  it('is not there when its process is gone or nothing was announced', async () => {
    const gone = await announced(2 ** 22 + 1);
    expect(() => runningVariables(gone)).toThrow('Nothing runs here: start it');
    expect(() => runningVariables(join(folder, 'none.json'))).toThrow('Nothing runs here: start it');
  });

  it('names every queue variable that is missing at once', () => {
    expect(() => queuesIn({ ORDER_EVENT_QUEUE_URL: 'http://127.0.0.1/q' })).toThrow(
      /PRODUCT_EVENT_QUEUE_URL[\s\S]*ORDER_EVENT_DEAD_LETTER_QUEUE_URL[\s\S]*PAYMENT_EVENT_QUEUE_URL/,
    );
  });
});
