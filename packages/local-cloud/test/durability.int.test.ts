import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { busName } from '@cartograph/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Program, runProgram } from './program.ts';
import {
  arnOfQueue,
  eventBridgeAt,
  queueUrl,
  receiveAll,
  receiveUntilQuiet,
  sqsAt,
  temporaryFolder,
} from './start-cloud.ts';

let dataDir: string;
let program: Program;
beforeEach(async () => {
  dataDir = temporaryFolder();
  program = await runProgram(dataDir);
});
afterEach(async () => {
  if (program.child.exitCode === null && program.child.signalCode === null) await program.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

const numbered = (n: number) => ({
  EventBusName: busName,
  Source: 'durability',
  DetailType: 'Counted',
  Detail: JSON.stringify({ n }),
});

async function routeTo(queue: string, { hasQueue }: { hasQueue: boolean }): Promise<void> {
  const bridge = eventBridgeAt(program.eventBridgeUrl);
  if (hasQueue) await sqsAt(program.sqsUrl).send(new CreateQueueCommand({ QueueName: queue }));
  const rule = { Name: queue, EventBusName: busName, EventPattern: '{"source":["durability"]}' };
  await bridge.send(new PutRuleCommand(rule));
  const Targets = [{ Id: 'queue', Arn: arnOfQueue(queue) }];
  await bridge.send(new PutTargetsCommand({ Rule: queue, EventBusName: busName, Targets }));
}

/** Puts events from the first number on until the program dies; returns the numbers that were accepted. */
async function putUntilDeath(first: number): Promise<number[]> {
  const bridge = eventBridgeAt(program.eventBridgeUrl);
  const accepted: number[] = [];
  try {
    for (let n = first; ; n += 10) {
      const Entries = Array.from({ length: 10 }, (_, at) => numbered(n + at));
      await bridge.send(new PutEventsCommand({ Entries }));
      accepted.push(...Entries.map((_, at) => n + at));
    }
  } catch {
    return accepted;
  }
}

describe('the local cloud, killed and started again', () => {
  it('has every event it accepted, in the queue or on its way', { timeout: 60_000 }, async () => {
    await routeTo('survivors', { hasQueue: true });
    const putting = [0, 1_000_000, 2_000_000, 3_000_000].map(putUntilDeath);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await program.kill('SIGKILL');
    const accepted = (await Promise.all(putting)).flat();
    expect(accepted.length).toBeGreaterThan(100);
    program = await runProgram(dataDir);
    const sqs = sqsAt(program.sqsUrl);
    const messages = await receiveUntilQuiet(sqs, queueUrl(program.sqsUrl, 'survivors'));
    const received = new Set(messages.map(({ Body }) => JSON.parse(Body ?? '').detail.n as number));
    const lost = accepted.filter((n) => !received.has(n));
    expect(lost).toEqual([]);
  });

  it('delivers after the restart what no queue took before the kill', async () => {
    await routeTo('late', { hasQueue: false });
    await eventBridgeAt(program.eventBridgeUrl).send(new PutEventsCommand({ Entries: [numbered(1), numbered(2)] }));
    await program.kill('SIGKILL');
    expect(waitingDeliveries()).toBe(2);
    program = await runProgram(dataDir);
    const sqs = sqsAt(program.sqsUrl);
    await sqs.send(new CreateQueueCommand({ QueueName: 'late' }));
    const messages = await receiveAll(sqs, queueUrl(program.sqsUrl, 'late'), { wanted: 2 });
    expect(messages.map(({ Body }) => JSON.parse(Body ?? '').detail.n)).toEqual([1, 2]);
  });

  it('ends on SIGTERM with 0 while polls wait, and forgets nothing', async () => {
    await routeTo('polite', { hasQueue: true });
    const sqs = sqsAt(program.sqsUrl);
    const url = queueUrl(program.sqsUrl, 'polite');
    const polling = receiveAll(sqs, url, { wanted: 1 }).catch(() => 'ended');
    await eventBridgeAt(program.eventBridgeUrl).send(new PutEventsCommand({ Entries: [numbered(1)] }));
    await polling;
    await eventBridgeAt(program.eventBridgeUrl).send(new PutEventsCommand({ Entries: [numbered(2)] }));
    expect(await program.kill('SIGTERM')).toBe(0);
    program = await runProgram(dataDir);
    const [message] = await receiveAll(sqsAt(program.sqsUrl), queueUrl(program.sqsUrl, 'polite'), { wanted: 1 });
    expect(JSON.parse(message?.Body ?? '').detail.n).toBe(2);
  });

  it('refuses a folder that another one works in, and names it', async () => {
    await expect(runProgram(dataDir)).rejects.toThrow('ended before it was ready');
    expect(program.child.exitCode).toBeNull();
  });
});

function waitingDeliveries(): number {
  const store = new DatabaseSync(join(dataDir, 'event-bridge/event-bridge.db'), { readOnly: true });
  const { waiting } = store.prepare('SELECT count(*) AS waiting FROM deliveries').get() as { waiting: number };
  store.close();
  return waiting;
}
