import { PutEventsCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { expect } from 'vitest';
import { arnOfQueue, receiveAll } from '../start-cloud.ts';
import { anEntry, aQueue, aRoute, refusedAs, uniqueName } from './route.ts';
import type { Clause, World } from './target.ts';

const putAll = ({ bridge }: World, Entries: ReturnType<typeof anEntry>[]) =>
  bridge.send(new PutEventsCommand({ Entries }));

export const eventClauses: Clause[] = [
  {
    id: 'event-delivered',
    title: 'a matching event reaches the queue with what was put in, and no other does',
    async run(world) {
      const { put, receive } = await aRoute(world, { detail: { total: [{ numeric: ['>', 10] }] } });
      const Time = new Date('2026-11-22T10:11:12.345Z');
      await put([5, 15].map((total) => ({ Detail: JSON.stringify({ total }), Time, Resources: ['r'] })));
      const [event] = await receive(1);
      expect(event).toMatchObject({
        version: '0',
        'detail-type': 'Sold',
        source: 'shop',
        time: '2026-11-22T10:11:12Z',
        region: 'eu-central-1',
        resources: ['r'],
        detail: { total: 15 },
      });
      expect(event?.id).toMatch(/^[0-9a-f-]{36}$/);
    },
  },
  {
    id: 'event-account',
    title: 'a delivered event names the account',
    async run(world) {
      const { put, receive } = await aRoute(world);
      await put([{}]);
      expect((await receive(1))[0]).toMatchObject({ account: '000000000000' });
    },
  },
  {
    id: 'event-identified',
    title: 'the id that PutEvents answers is the id of the delivered event',
    async run(world) {
      const { bus, receive } = await aRoute(world);
      const { Entries } = await putAll(world, [anEntry({ EventBusName: bus })]);
      expect((await receive(1))[0]?.id).toBe(Entries?.[0]?.EventId);
    },
  },
  {
    id: 'entry-refused',
    title: 'what is wrong with an entry stands in its place, and the others are accepted',
    async run(world) {
      const { put, receive } = await aRoute(world);
      const faults = [{ Source: undefined }, { DetailType: '' }, { Detail: undefined }, { Detail: '{' }];
      expect(await put([...faults, {}])).toEqual([
        'InvalidArgument',
        'InvalidArgument',
        'InvalidArgument',
        'MalformedDetail',
        undefined,
      ]);
      expect(await receive(1)).toHaveLength(1);
    },
  },
  {
    id: 'entry-detail-object',
    title: 'a detail that is not an object is malformed',
    async run(world) {
      const { put } = await aRoute(world);
      expect(await put([{ Detail: '[1]' }])).toEqual(['MalformedDetail']);
    },
  },
  {
    id: 'entry-reserved-source',
    title: 'a source that begins with aws. is not for us',
    async run(world) {
      const { put } = await aRoute(world);
      expect(await put([{ Source: 'aws.s3' }])).toEqual(['NotAuthorizedForSourceException']);
    },
  },
  {
    id: 'entry-unknown-bus',
    title: 'an event for a bus that does not exist is accepted and goes nowhere',
    async run(world) {
      const { FailedEntryCount } = await putAll(world, [anEntry({ EventBusName: uniqueName('nowhere') })]);
      expect(FailedEntryCount).toBe(0);
    },
  },
  {
    id: 'request-at-most-ten',
    title: 'more than ten entries are refused as a whole',
    async run(world) {
      const put = putAll(
        world,
        Array.from({ length: 11 }, () => anEntry()),
      );
      await expect(put).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
  {
    id: 'request-not-empty',
    title: 'no entry at all is refused',
    async run(world) {
      await expect(putAll(world, [])).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
  {
    id: 'request-size',
    title: 'more than 256 KB are refused as a whole',
    async run(world) {
      const put = putAll(world, [anEntry({ Detail: JSON.stringify({ text: 'x'.repeat(262_144) }) })]);
      await expect(put).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
  {
    id: 'event-dead-letter',
    title: 'an event that its queue does not take goes to the dead letters of the target',
    async run(world) {
      const { bus, rule, put } = await aRoute(world);
      const letters = await aQueue(world);
      const target = { Id: 'queue', Arn: arnOfQueue(uniqueName('missing')), DeadLetterConfig: { Arn: letters.arn } };
      const Targets = [{ ...target, RetryPolicy: { MaximumRetryAttempts: 1 } }];
      await world.bridge.send(new PutTargetsCommand({ Rule: rule, EventBusName: bus, Targets }));
      await put([{}]);
      const [letter] = await receiveAll(world.sqs, letters.QueueUrl, { wanted: 1, withinMs: 4_000 });
      const said = (name: string) => letter?.MessageAttributes?.[name]?.StringValue;
      expect(said('RULE_ARN')).toContain(rule);
      expect(said('TARGET_ARN')).toBe(target.Arn);
      expect(said('ERROR_CODE')).toMatch(/./);
      expect(said('RETRY_ATTEMPTS')).toBe('1');
      expect(said('EXHAUSTED_RETRY_CONDITION')).toBe('MaximumRetryAttempts');
    },
  },
];
