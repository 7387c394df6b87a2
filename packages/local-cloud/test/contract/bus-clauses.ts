import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DescribeEventBusCommand,
  ListEventBusesCommand,
} from '@aws-sdk/client-eventbridge';
import { expect } from 'vitest';
import { aRoute, refusedAs, uniqueName } from './route.ts';
import type { Clause } from './target.ts';

export const busClauses: Clause[] = [
  {
    id: 'bus-kept',
    title: 'a bus is found by its name and by its ARN',
    async run({ bridge }) {
      const Name = uniqueName('kept');
      const { EventBusArn } = await bridge.send(new CreateEventBusCommand({ Name }));
      expect(EventBusArn).toBe(`arn:aws:events:eu-central-1:000000000000:event-bus/${Name}`);
      const described = await bridge.send(new DescribeEventBusCommand({ Name: EventBusArn }));
      expect(described).toMatchObject({ Name, Arn: EventBusArn });
      const { EventBuses } = await bridge.send(new ListEventBusesCommand({ NamePrefix: Name.slice(0, -1) }));
      expect(EventBuses?.map((bus) => bus.Name)).toEqual([Name]);
    },
  },
  {
    id: 'bus-unique',
    title: 'a second bus of the same name is refused',
    async run({ bridge }) {
      const Name = uniqueName('twice');
      await bridge.send(new CreateEventBusCommand({ Name }));
      const again = bridge.send(new CreateEventBusCommand({ Name }));
      await expect(again).rejects.toMatchObject(refusedAs('ResourceAlreadyExistsException'));
    },
  },
  {
    id: 'bus-name-checked',
    title: 'a bus whose name has a slash is refused',
    async run({ bridge }) {
      const made = bridge.send(new CreateEventBusCommand({ Name: 'a/b' }));
      await expect(made).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
  {
    id: 'bus-gone',
    title: 'a deleted bus does not exist, and deleting it again succeeds',
    async run({ bridge }) {
      const Name = uniqueName('gone');
      await bridge.send(new CreateEventBusCommand({ Name }));
      await bridge.send(new DeleteEventBusCommand({ Name }));
      await bridge.send(new DeleteEventBusCommand({ Name }));
      const described = bridge.send(new DescribeEventBusCommand({ Name }));
      await expect(described).rejects.toMatchObject(refusedAs('ResourceNotFoundException'));
    },
  },
  {
    id: 'bus-default-stays',
    title: 'the default bus cannot be deleted',
    async run({ bridge }) {
      const deleted = bridge.send(new DeleteEventBusCommand({ Name: 'default' }));
      await expect(deleted).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
  {
    id: 'bus-with-rules-stays',
    title: 'a bus with rules cannot be deleted',
    async run(world) {
      const { bus } = await aRoute(world);
      const deleted = world.bridge.send(new DeleteEventBusCommand({ Name: bus }));
      await expect(deleted).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
];
