import {
  CancelReplayCommand,
  CreateArchiveCommand,
  DescribeReplayCommand,
  ListReplaysCommand,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import { expect } from 'vitest';
import { aRoute, refusedAs, uniqueName } from './route.ts';
import type { Clause, Route, World } from './target.ts';

const minuteMs = 60_000;
const today = Date.parse('2026-11-22T10:00:00Z');
const at = (minutes: number) => new Date(today + minutes * minuteMs);

/** A route whose bus has an archive; events are put at a minute of the day. */
async function anArchive(world: World) {
  const route = await aRoute(world);
  const ArchiveName = uniqueName('archive');
  const make = new CreateArchiveCommand({ ArchiveName, EventSourceArn: route.busArn });
  const { ArchiveArn = '' } = await world.bridge.send(make);
  const putAt = (minutes: number[]) => route.put(minutes.map((n) => ({ Time: at(n), Detail: JSON.stringify({ n }) })));
  const order = (changes: object = {}) => ({
    ReplayName: uniqueName('replay'),
    EventSourceArn: ArchiveArn,
    EventStartTime: at(0),
    EventEndTime: at(60),
    Destination: { Arn: route.busArn },
    ...changes,
  });
  return { ...route, putAt, order };
}

const numbers = async (received: ReturnType<Route['receive']>) => (await received).map(({ detail }) => detail['n']);

async function end(world: World, ReplayName: string) {
  for (const deadline = Date.now() + 4_000; Date.now() < deadline; ) {
    const replay = await world.bridge.send(new DescribeReplayCommand({ ReplayName }));
    if (replay.ReplayEndTime !== undefined) return replay;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${ReplayName} did not end`);
}

export const replayClauses: Clause[] = [
  {
    id: 'replay-delivers',
    title: 'a replay brings archived events again, each with the name of the replay, and is completed',
    async run(world) {
      const { putAt, receive, order } = await anArchive(world);
      await putAt([1, 2, 3]);
      await receive(3);
      const wanted = order({ Description: 'again' });
      const started = await world.bridge.send(new StartReplayCommand(wanted));
      expect(started.State).toBe('STARTING');
      expect(started.ReplayStartTime).toBeInstanceOf(Date);
      const events = await receive(3);
      expect(events.map(({ detail }) => detail['n'])).toEqual([1, 2, 3]);
      for (const event of events) expect(event['replay-name']).toBe(wanted.ReplayName);
      const replay = await end(world, wanted.ReplayName);
      expect(replay).toMatchObject({ ...wanted, State: 'COMPLETED', ReplayArn: started.ReplayArn });
    },
  },
  {
    id: 'replay-last-time',
    title: 'a replay says when the last event it replayed happened',
    async run(world) {
      const { putAt, order } = await anArchive(world);
      await putAt([1, 2]);
      const wanted = order();
      await world.bridge.send(new StartReplayCommand(wanted));
      expect((await end(world, wanted.ReplayName)).EventLastReplayedTime).toEqual(at(2));
    },
  },
  {
    id: 'replay-period',
    title: 'a replay brings what happened from its start on and before its end',
    async run(world) {
      const { putAt, put, receive, receiveUntil, addRule, order } = await anArchive(world);
      await addRule('end', { source: ['end'] });
      await putAt([4, 5, 9, 10]);
      await receive(4);
      const wanted = order({ EventStartTime: at(5), EventEndTime: at(10) });
      await world.bridge.send(new StartReplayCommand(wanted));
      await end(world, wanted.ReplayName);
      await put([{ Source: 'end' }]);
      expect((await receiveUntil('end')).map(({ detail }) => detail['n'])).toEqual([5, 9, undefined]);
    },
  },
  {
    id: 'replay-in-order',
    title: 'a replay follows the time of the events, not the time of their arrival',
    async run(world) {
      const { putAt, receive, order } = await anArchive(world);
      await putAt([9, 3, 6]);
      expect(await numbers(receive(3))).toEqual([9, 3, 6]);
      await world.bridge.send(new StartReplayCommand(order()));
      expect(await numbers(receive(3))).toEqual([3, 6, 9]);
    },
  },
  {
    id: 'replay-to-rules',
    title: 'a replay with rules named reaches these rules only',
    async run(world) {
      const { addRule, bus, busArn, putAt, receive, order } = await anArchive(world);
      const other = await addRule('other', { source: ['shop'], 'replay-name': [{ exists: true }] });
      await putAt([1]);
      expect(await receive(1)).toHaveLength(1);
      const wanted = order({ Destination: { Arn: busArn, FilterArns: [other] } });
      await world.bridge.send(new StartReplayCommand(wanted));
      await end(world, wanted.ReplayName);
      await putAt([2]);
      expect(bus).not.toBe('');
      expect(await numbers(receive(2))).toEqual([1, 2]);
    },
  },
  {
    id: 'replay-not-archived',
    title: 'a replayed event is not archived again',
    async run(world) {
      const { putAt, receive, order } = await anArchive(world);
      await putAt([1]);
      for (const wanted of [order(), order()]) {
        await world.bridge.send(new StartReplayCommand(wanted));
        await end(world, wanted.ReplayName);
      }
      expect(await numbers(receive(3))).toEqual([1, 1, 1]);
    },
  },
  {
    id: 'replay-checked',
    title: 'a replay of no archive, to another bus or of no time is refused',
    async run(world) {
      const { order } = await anArchive(world);
      const { busArn: otherBus } = await aRoute(world);
      const faults = [
        { EventSourceArn: 'arn:aws:events:eu-central-1:000000000000:archive/none' },
        { Destination: { Arn: otherBus } },
        { Destination: { Arn: 'arn:aws:sqs:eu-central-1:000000000000:queue' } },
        { EventStartTime: at(2), EventEndTime: at(1) },
      ];
      for (const fault of faults) {
        const started = world.bridge.send(new StartReplayCommand(order(fault)));
        await expect(started).rejects.toMatchObject(refusedAs('ValidationException'));
      }
    },
  },
  {
    id: 'replay-unique',
    title: 'a second replay of the same name is refused, and one that never was does not exist',
    async run(world) {
      const { order } = await anArchive(world);
      const start = new StartReplayCommand(order());
      await world.bridge.send(start);
      await expect(world.bridge.send(start)).rejects.toMatchObject(refusedAs('ResourceAlreadyExistsException'));
      const described = world.bridge.send(new DescribeReplayCommand({ ReplayName: uniqueName('none') }));
      await expect(described).rejects.toMatchObject(refusedAs('ResourceNotFoundException'));
    },
  },
  {
    id: 'replay-cancelled',
    title: 'a replay that has not ended can be cancelled, once',
    async run(world) {
      const { put, order } = await anArchive(world);
      // Archived, but for no rule: enough of them that the replay cannot be over before it is cancelled.
      const ten = Array.from({ length: 10 }, () => ({ Source: 'quiet', Time: at(1) }));
      for (let n = 0; n < 40; n += 1) await put(ten);
      const { ReplayName, ...wanted } = order();
      await world.bridge.send(new StartReplayCommand({ ReplayName, ...wanted }));
      const cancelled = await world.bridge.send(new CancelReplayCommand({ ReplayName }));
      expect(cancelled.State).toBe('CANCELLING');
      expect((await end(world, ReplayName)).State).toBe('CANCELLED');
      const again = world.bridge.send(new CancelReplayCommand({ ReplayName }));
      await expect(again).rejects.toMatchObject(refusedAs('IllegalStatusException'));
    },
  },
  {
    id: 'replay-completed-stays',
    title: 'a completed replay cannot be cancelled',
    async run(world) {
      const { order } = await anArchive(world);
      const { ReplayName, ...wanted } = order();
      await world.bridge.send(new StartReplayCommand({ ReplayName, ...wanted }));
      await end(world, ReplayName);
      const cancelled = world.bridge.send(new CancelReplayCommand({ ReplayName }));
      await expect(cancelled).rejects.toMatchObject(refusedAs('IllegalStatusException'));
    },
  },
  {
    id: 'replays-filtered',
    title: 'replays are listed by one filter: name, archive or state',
    async run(world) {
      const { order } = await anArchive(world);
      const { ReplayName, EventSourceArn, ...wanted } = order();
      await world.bridge.send(new StartReplayCommand({ ReplayName, EventSourceArn, ...wanted }));
      await end(world, ReplayName);
      for (const filter of [{ NamePrefix: ReplayName }, { EventSourceArn }]) {
        const { Replays } = await world.bridge.send(new ListReplaysCommand(filter));
        expect(Replays).toMatchObject([{ ReplayName, EventSourceArn, State: 'COMPLETED' }]);
      }
      const both = world.bridge.send(new ListReplaysCommand({ EventSourceArn, State: 'FAILED' }));
      await expect(both).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
];
