import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  DescribeReplayCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { busName } from '@cartograph/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startReplay } from '../src/event-bridge/actions/replays.ts';
import { createArchives } from '../src/event-bridge/archives.ts';
import { createDeliveryQueue } from '../src/event-bridge/delivery-queue.ts';
import { openStore } from '../src/event-bridge/open-store.ts';
import { createRegistry } from '../src/event-bridge/registry.ts';
import { createReplays } from '../src/event-bridge/replays.ts';
import { type Program, runProgram } from './program.ts';
import { arnOfQueue, eventBridgeAt, queueUrl, receiveUntilQuiet, sqsAt, temporaryFolder } from './start-cloud.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = temporaryFolder();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const region = 'eu-central-1';
const arn = (rest: string) => `arn:aws:events:${region}:000000000000:${rest}`;
const dayMs = 86_400_000;

describe('a replay that a kill interrupts', () => {
  let program: Program;
  beforeEach(async () => {
    program = await runProgram(dataDir);
  });
  afterEach(() => program.kill('SIGKILL'));

  it('goes on with the next start, and brings every event once', { timeout: 60_000 }, async () => {
    const bridge = eventBridgeAt(program.eventBridgeUrl);
    await putEvents(program, 1_000);
    await fillQueueByRule(program);
    const period = { EventStartTime: new Date(Date.now() - dayMs), EventEndTime: new Date(Date.now() + dayMs) };
    const source = { EventSourceArn: arn(`archive/${busName}`), Destination: { Arn: arn(`event-bus/${busName}`) } };
    await bridge.send(new StartReplayCommand({ ReplayName: 'again', ...source, ...period }));
    while (handedOver() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await program.kill('SIGKILL');
    expect(handedOver()).toBeLessThan(1_000);
    program = await runProgram(dataDir);
    const messages = await receiveUntilQuiet(sqsAt(program.sqsUrl), queueUrl(program.sqsUrl, 'replayed'));
    const ids = messages.map(({ Body }) => (JSON.parse(Body ?? '') as { id: string }).id);
    // SQS may have had some before the kill took back the note of it; what was not sent is never missing.
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.length).toBeLessThan(1_020);
    const replay = await eventBridgeAt(program.eventBridgeUrl).send(new DescribeReplayCommand({ ReplayName: 'again' }));
    expect(replay.State).toBe('COMPLETED');
  });
});

async function putEvents(program: Program, count: number): Promise<void> {
  const bridge = eventBridgeAt(program.eventBridgeUrl);
  const entry = { EventBusName: busName, Source: 'replayed', DetailType: 'Counted', Detail: '{}' };
  const Entries = Array.from({ length: 10 }, () => entry);
  for (let n = 0; n < count; n += 10) await bridge.send(new PutEventsCommand({ Entries }));
}

async function fillQueueByRule(program: Program): Promise<void> {
  const bridge = eventBridgeAt(program.eventBridgeUrl);
  await sqsAt(program.sqsUrl).send(new CreateQueueCommand({ QueueName: 'replayed' }));
  const rule = { Name: 'replayed', EventBusName: busName, EventPattern: '{"source":["replayed"]}' };
  await bridge.send(new PutRuleCommand(rule));
  const Targets = [{ Id: 'queue', Arn: arnOfQueue('replayed') }];
  await bridge.send(new PutTargetsCommand({ Rule: 'replayed', EventBusName: busName, Targets }));
}

/** How many events the interrupted replay has handed to the deliveries, by its own record. */
function handedOver(): number {
  const store = new DatabaseSync(join(dataDir, 'event-bridge/event-bridge.db'), { readOnly: true });
  const { handed } = store
    .prepare(
      `SELECT count(*) AS handed FROM archived_events a JOIN replays r ON r.archive_id = a.archive
       WHERE (a.happened_at, a.event_seq) <= (r.last_happened_at, r.last_seq)`,
    )
    .get() as { handed: number };
  store.close();
  return handed;
}

describe('replays', () => {
  it('are ten at once and not one more, until one of them ends', () => {
    const store = openStore(dataDir);
    const [registry, archives, replays] = [createRegistry(store), createArchives(store), createReplays(store)];
    registry.putBus('b');
    archives.put({ name: 'a', bus: 'b', retentionDays: 0 });
    // Nobody replays here, so that none of them ends by itself.
    const context = { region, registry, archives, replays, accept: () => Promise.resolve(), wakeReplayer: () => {} };
    const period = { EventStartTime: 0, EventEndTime: 1 };
    const source = { EventSourceArn: arn('archive/a'), Destination: { Arn: arn('event-bus/b') } };
    const start = (n: number) => startReplay({ ReplayName: `r-${n}`, ...source, ...period }, context);
    for (let n = 0; n < 10; n += 1) void start(n);
    expect(() => start(10)).toThrow(expect.objectContaining({ type: 'LimitExceededException' }));
    replays.setState('r-3', 'COMPLETED');
    void start(10);
    expect(replays.unfinished()).toHaveLength(10);
    store.close();
  });
});

describe('the store of events', () => {
  it('forgets an event when its archives let it go and its queue has it, not before', () => {
    const store = openStore(dataDir);
    const [archives, deliveries] = [createArchives(store), createDeliveryQueue(store, region)];
    archives.put({ name: 'short', bus: 'b', retentionDays: 1 });
    archives.put({ name: 'long', bus: 'b', retentionDays: 2 });
    const target = { Id: 'queue', Arn: 'arn:queue' };
    const body = '{}';
    const archiveIds = archives.idsFor('b', {});
    deliveries.accept([{ bus: 'b', body, happenedAt: 0, targets: [{ rule: 'r', target }], archiveIds }]);
    const kept = () => (store.prepare('SELECT count(*) AS events FROM events').get() as { events: number }).events;
    const sizes = () => archives.archives().map((archive) => archives.sizeOf(archive).events);
    const now = Date.now() + 1_000;
    expect([archives.prune(now), sizes()]).toEqual([0, [1, 1]]);
    expect([archives.prune(now + dayMs), sizes(), kept()]).toEqual([1, [1, 0], 1]);
    expect([archives.prune(now + 2 * dayMs), sizes(), kept()]).toEqual([1, [0, 0], 1]);
    const [delivery] = deliveries.oldest('arn:queue', 1);
    deliveries.settle({ delivered: [delivery?.seq ?? 0], retried: [], deadLettered: [], dropped: [] });
    expect(kept()).toBe(0);
    store.close();
  });

  it('made by a release without archives keeps what was still to be delivered', () => {
    const old = new DatabaseSync(join(dataDir, 'event-bridge.db'));
    old.exec(`CREATE TABLE archive (seq INTEGER PRIMARY KEY, bus TEXT, accepted_at INTEGER, body TEXT);
      CREATE INDEX archive_by_time ON archive (accepted_at);
      CREATE TABLE deliveries (seq INTEGER PRIMARY KEY, event_seq INTEGER, queue_arn TEXT, route TEXT,
        attempts INTEGER DEFAULT 0, not_before INTEGER DEFAULT 0, failure TEXT);
      INSERT INTO archive VALUES (1, 'b', 0, '{"n":1}'), (2, 'b', 0, '{"n":2}');
      INSERT INTO deliveries (event_seq, queue_arn, route) VALUES (2, 'arn:queue', '{}')`);
    old.close();
    const store = openStore(dataDir);
    const bodies = createDeliveryQueue(store, region)
      .oldest('arn:queue', 10)
      .map(({ body }) => body);
    store.close();
    expect(bodies).toEqual(['{"n":2}']);
  });
});
