import { z } from 'zod';
import type { Archive } from '../archives.ts';
import { archiveArn, busArn, busNameOf } from '../arn.ts';
import { alreadyExists } from '../aws-error.ts';
import type { Action, BridgeContext } from './action.ts';
import { busReference, nameOf, parseInput } from './input.ts';
import { filterOne, listFilters } from './list-filters.ts';
import { pageOf } from './page.ts';

const archiveReference = z.object({ ArchiveName: nameOf(48) });
const archiveChange = archiveReference.extend({
  Description: z.string().max(512).optional(),
  EventPattern: z.string().min(1).max(4096).optional(),
  RetentionDays: z.int().min(0).optional(),
});

export const createArchive: Action = (input, context) => {
  const shape = archiveChange.extend({ EventSourceArn: busReference });
  const { ArchiveName, EventSourceArn, ...change } = parseInput(shape, input);
  const bus = context.registry.bus(busNameOf(EventSourceArn)).name;
  if (context.archives.archives().some(({ name }) => name === ArchiveName)) {
    throw alreadyExists(`Archive ${ArchiveName}`);
  }
  context.archives.put({ name: ArchiveName, bus, retentionDays: 0, ...changed(change) });
  return summary(ArchiveName, context);
};

export const updateArchive: Action = (input, context) => {
  const { ArchiveName, ...change } = parseInput(archiveChange, input);
  context.archives.put({ ...context.archives.archive(ArchiveName), ...changed(change) });
  return summary(ArchiveName, context);
};

export const deleteArchive: Action = (input, { archives }) => {
  const { ArchiveName } = parseInput(archiveReference, input);
  archives.delete(archives.archive(ArchiveName).name);
  return {};
};

export const describeArchive: Action = (input, context) => {
  const archive = context.archives.archive(parseInput(archiveReference, input).ArchiveName);
  return {
    ...describe(archive, context),
    ArchiveArn: archiveArn(context.region, archive.name),
    Description: archive.description,
    EventPattern: archive.pattern,
  };
};

export const listArchives: Action = (input, context) => {
  const { filter, page } = parseInput(listFilters('ListArchives', archiveStates), input);
  const list = context.archives.archives().map((archive) => describe(archive, context));
  const found = filterOne(list, filter, ({ ArchiveName }) => ArchiveName);
  const { items, ...next } = pageOf(found, ({ ArchiveName }) => ArchiveName, page);
  return { Archives: items, ...next };
};

const archiveStates = ['ENABLED', 'DISABLED', 'CREATING', 'UPDATING', 'CREATE_FAILED', 'UPDATE_FAILED'] as const;

type Change = Omit<z.infer<typeof archiveChange>, 'ArchiveName'>;

const changed = ({ Description, EventPattern, RetentionDays }: Change) => ({
  ...(Description === undefined ? {} : { description: Description }),
  ...(EventPattern === undefined ? {} : { pattern: EventPattern }),
  ...(RetentionDays === undefined ? {} : { retentionDays: RetentionDays }),
});

const summary = (name: string, { archives, region }: BridgeContext) => ({
  ArchiveArn: archiveArn(region, name),
  State: 'ENABLED',
  CreationTime: archives.archive(name).createdAt / 1_000,
});

function describe(archive: Archive, { archives, region }: BridgeContext) {
  const { events, bytes } = archives.sizeOf(archive);
  return {
    ArchiveName: archive.name,
    EventSourceArn: busArn(region, archive.bus),
    State: 'ENABLED',
    RetentionDays: archive.retentionDays,
    EventCount: events,
    SizeBytes: bytes,
    CreationTime: archive.createdAt / 1_000,
  };
}
