import {
  CreateArchiveCommand,
  DeleteArchiveCommand,
  DescribeArchiveCommand,
  ListArchivesCommand,
  UpdateArchiveCommand,
} from '@aws-sdk/client-eventbridge';
import { expect } from 'vitest';
import { aRoute, refusedAs, uniqueName } from './route.ts';
import type { Clause } from './target.ts';

const nowhere = 'arn:aws:events:eu-central-1:000000000000:event-bus/nowhere';

export const archiveClauses: Clause[] = [
  {
    id: 'archive-kept',
    title: 'an archive keeps the events of its bus that match its pattern, and says how many',
    async run(world) {
      const { busArn, put } = await aRoute(world);
      const ArchiveName = uniqueName('archive');
      const definition = { ArchiveName, EventSourceArn: busArn, RetentionDays: 3, Description: 'What was sold.' };
      const EventPattern = '{"detail-type":["Sold"]}';
      const made = await world.bridge.send(new CreateArchiveCommand({ ...definition, EventPattern }));
      expect(made.State).toBe('ENABLED');
      expect(made.CreationTime).toBeInstanceOf(Date);
      expect(made.ArchiveArn).toBe(`arn:aws:events:eu-central-1:000000000000:archive/${ArchiveName}`);
      await put([{}, { DetailType: 'Returned' }, {}]);
      const described = await world.bridge.send(new DescribeArchiveCommand({ ArchiveName }));
      expect(described).toMatchObject({ ...definition, ArchiveArn: made.ArchiveArn, EventPattern, EventCount: 2 });
      expect(described.SizeBytes).toBeGreaterThan(0);
    },
  },
  {
    id: 'archive-for-ever',
    title: 'an archive without a retention keeps events for ever',
    async run(world) {
      const ArchiveName = uniqueName('archive');
      const { busArn } = await aRoute(world);
      await world.bridge.send(new CreateArchiveCommand({ ArchiveName, EventSourceArn: busArn }));
      expect((await world.bridge.send(new DescribeArchiveCommand({ ArchiveName }))).RetentionDays).toBe(0);
    },
  },
  {
    id: 'archive-changed',
    title: 'an archive is changed in what the change names, and the rest stays',
    async run(world) {
      const ArchiveName = uniqueName('archive');
      const { busArn, put } = await aRoute(world);
      const definition = { ArchiveName, EventSourceArn: busArn, RetentionDays: 3, Description: 'before' };
      await world.bridge.send(new CreateArchiveCommand(definition));
      await put([{}]);
      await world.bridge.send(new UpdateArchiveCommand({ ArchiveName, RetentionDays: 9 }));
      const described = await world.bridge.send(new DescribeArchiveCommand({ ArchiveName }));
      expect(described).toMatchObject({ RetentionDays: 9, Description: 'before', EventCount: 1 });
    },
  },
  {
    id: 'archive-pattern-changed',
    title: 'a new pattern of an archive counts for the events that come after it',
    async run(world) {
      const ArchiveName = uniqueName('archive');
      const { busArn, put } = await aRoute(world);
      await world.bridge.send(new CreateArchiveCommand({ ArchiveName, EventSourceArn: busArn }));
      await put([{}]);
      await world.bridge.send(new UpdateArchiveCommand({ ArchiveName, EventPattern: '{"source":["other"]}' }));
      await put([{}]);
      expect((await world.bridge.send(new DescribeArchiveCommand({ ArchiveName }))).EventCount).toBe(1);
    },
  },
  {
    id: 'archive-unique',
    title: 'a second archive of the same name is refused',
    async run(world) {
      const { busArn: EventSourceArn } = await aRoute(world);
      const make = new CreateArchiveCommand({ ArchiveName: uniqueName('twice'), EventSourceArn });
      await world.bridge.send(make);
      await expect(world.bridge.send(make)).rejects.toMatchObject(refusedAs('ResourceAlreadyExistsException'));
    },
  },
  {
    id: 'archive-checked',
    title: 'an archive of no bus, with a name too long or with a pattern that is none, is refused',
    async run(world) {
      const { busArn: EventSourceArn } = await aRoute(world);
      const make = (changes: object) =>
        world.bridge.send(new CreateArchiveCommand({ ArchiveName: uniqueName('a'), EventSourceArn, ...changes }));
      await expect(make({ EventSourceArn: nowhere })).rejects.toMatchObject(refusedAs('ResourceNotFoundException'));
      await expect(make({ ArchiveName: 'a'.repeat(49) })).rejects.toMatchObject(refusedAs('ValidationException'));
      await expect(make({ EventPattern: '{"a":"x"}' })).rejects.toMatchObject(
        refusedAs('InvalidEventPatternException'),
      );
    },
  },
  {
    id: 'archive-gone',
    title: 'a deleted archive does not exist',
    async run(world) {
      const { busArn: EventSourceArn } = await aRoute(world);
      const ArchiveName = uniqueName('gone');
      await world.bridge.send(new CreateArchiveCommand({ ArchiveName, EventSourceArn }));
      await world.bridge.send(new DeleteArchiveCommand({ ArchiveName }));
      const described = world.bridge.send(new DescribeArchiveCommand({ ArchiveName }));
      await expect(described).rejects.toMatchObject(refusedAs('ResourceNotFoundException'));
      const again = world.bridge.send(new DeleteArchiveCommand({ ArchiveName }));
      await expect(again).rejects.toMatchObject(refusedAs('ResourceNotFoundException'));
      const updated = world.bridge.send(new UpdateArchiveCommand({ ArchiveName }));
      await expect(updated).rejects.toMatchObject(refusedAs('ResourceNotFoundException'));
    },
  },
  {
    id: 'archives-filtered',
    title: 'archives are listed by one filter: name, bus or state',
    async run(world) {
      const { busArn: EventSourceArn } = await aRoute(world);
      const ArchiveName = uniqueName('listed');
      await world.bridge.send(new CreateArchiveCommand({ ArchiveName, EventSourceArn }));
      for (const filter of [{ NamePrefix: ArchiveName.slice(0, -1) }, { EventSourceArn }]) {
        const { Archives } = await world.bridge.send(new ListArchivesCommand(filter));
        expect(Archives?.map((archive) => archive.ArchiveName)).toEqual([ArchiveName]);
      }
      const { Archives } = await world.bridge.send(new ListArchivesCommand({ State: 'CREATING' }));
      expect(Archives).toEqual([]);
      const both = world.bridge.send(new ListArchivesCommand({ EventSourceArn, NamePrefix: 'x' }));
      await expect(both).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
];
