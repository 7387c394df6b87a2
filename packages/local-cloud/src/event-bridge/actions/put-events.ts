import { z } from 'zod';
import { busNameOf } from '../arn.ts';
import { AwsError, validationError } from '../aws-error.ts';
import type { AcceptedEvent } from '../delivery-queue.ts';
import { buildEvent, type EventEntry } from '../event.ts';
import type { Action, BridgeContext } from './action.ts';
import { parseInput } from './input.ts';

const optionalText = z.string().nullish();
const eventEntry = z.object({
  Source: optionalText,
  DetailType: optionalText,
  Detail: optionalText,
  EventBusName: optionalText,
  Resources: z.array(z.string()).nullish(),
  /** Unix time in seconds, as JSON 1.1 has it. */
  Time: z.number().nullish(),
});
type EntryInput = z.infer<typeof eventEntry>;
type EntryAnswer = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const entriesPerRequest = 10;
const bytesPerRequest = 256 * 1024;
const timeBytes = 14;

/** Answers when every accepted event and all its deliveries are durable; what is wrong with an entry stands in its place. */
export const putEvents: Action = async (input, context) => {
  const { Entries } = parseInput(z.object({ Entries: z.array(eventEntry).min(1).max(entriesPerRequest) }), input);
  if (Entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > bytesPerRequest) {
    throw validationError('Total size of the entries in the request is over the limit.');
  }
  const accepted: AcceptedEvent[] = [];
  const answers = Entries.map((entry) => admit(entry, context, accepted));
  if (accepted.length > 0) await context.accept(accepted);
  return { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers };
};

function admit(entry: EntryInput, context: BridgeContext, accepted: AcceptedEvent[]): EntryAnswer {
  const { registry, archives, region } = context;
  try {
    const bus = busNameOf(entry.EventBusName ?? undefined);
    const { time, ...rest } = checked(entry);
    const { id, event, body } = buildEvent({ ...rest, time }, region);
    registry.bus(bus);
    const targets = registry.targetsFor(bus, event);
    accepted.push({ bus, body, happenedAt: time.getTime(), targets, archiveIds: archives.idsFor(bus, event) });
    return { EventId: id };
  } catch (error) {
    if (error instanceof AwsError) return { ErrorCode: error.type, ErrorMessage: error.message };
    throw error;
  }
}

function checked({ Source, DetailType, Detail, Resources, Time }: EntryInput): EventEntry {
  const source = required('Source', Source);
  const detailType = required('DetailType', DetailType);
  const detail = required('Detail', Detail);
  if (source.startsWith('aws.'))
    throw new AwsError('NotAuthorizedForSourceException', 'Not authorized for the source.');
  return {
    source,
    detailType,
    detail,
    resources: Resources ?? [],
    time: new Date((Time ?? Date.now() / 1_000) * 1_000),
  };
}

function required(name: string, value: string | null | undefined): string {
  if (value) return value;
  throw new AwsError('InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-send-events-size */
function sizeOf({ Source, DetailType, Detail, Resources, Time }: EntryInput): number {
  const texts = [Source, DetailType, Detail, ...(Resources ?? [])];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
  return bytes + (Time === undefined || Time === null ? 0 : timeBytes);
}
