import { z } from 'zod';
import { archiveArn, busArn, busNameOf, replayArn, ruleArn } from '../arn.ts';
import { AwsError, alreadyExists, limitExceeded, validationError } from '../aws-error.ts';
import type { Replay } from '../replays.ts';
import type { Action, BridgeContext } from './action.ts';
import { nameOf, parseInput } from './input.ts';
import { filterOne, listFilters } from './list-filters.ts';
import { pageOf } from './page.ts';

const replayReference = z.object({ ReplayName: nameOf(64) });
const arn = z.string().min(1).max(1600);
const replayOrder = replayReference.extend({
  Description: z.string().max(512).optional(),
  EventSourceArn: arn,
  /** Unix time in seconds, as JSON 1.1 has it. */
  EventStartTime: z.number(),
  EventEndTime: z.number(),
  Destination: z.object({ Arn: arn, FilterArns: z.array(arn).default([]) }),
});
type Order = z.infer<typeof replayOrder>;

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const concurrentReplays = 10;

export const startReplay: Action = (input, context) => {
  const order = parseInput(replayOrder, input);
  const { ReplayName: name, Description } = order;
  const { archiveId, archiveName, bus } = sourceOf(order, context);
  if (context.replays.replays().some((replay) => replay.name === name)) throw alreadyExists(`Replay ${name}`);
  if (context.replays.unfinished().length >= concurrentReplays) throw limitExceeded();
  context.replays.start({
    name,
    archiveId,
    archiveName,
    bus,
    ruleArns: order.Destination.FilterArns,
    ...(Description === undefined ? {} : { description: Description }),
    eventsFrom: Math.round(order.EventStartTime * 1_000),
    eventsUntil: Math.round(order.EventEndTime * 1_000),
  });
  context.wakeReplayer();
  const { state, startedAt } = context.replays.replay(name);
  return { ReplayArn: replayArn(context.region, name), State: state, ReplayStartTime: startedAt / 1_000 };
};

/** The archive that the order means. @throws AwsError ValidationException, when the order does not fit it */
function sourceOf({ EventSourceArn, Destination, EventStartTime, EventEndTime }: Order, context: BridgeContext) {
  const { registry, archives, region } = context;
  if (!Destination.Arn.includes(':event-bus/')) throw invalid('Destination.Arn', 'Must contain an event bus ARN.');
  const bus = registry.bus(busNameOf(Destination.Arn)).name;
  const archive = archives.archives().find(({ name }) => archiveArn(region, name) === EventSourceArn);
  if (archive === undefined) {
    throw invalid('EventSourceArn', `Archive ${EventSourceArn.split('/').at(-1)} does not exist.`);
  }
  if (archive.bus !== bus) throw invalid('Destination.Arn', 'Cross event bus replay is not permitted.');
  if (EventStartTime >= EventEndTime) throw invalid('EventEndTime', 'EventStartTime must be before EventEndTime.');
  // A rule that is not there would make a replay that does nothing and says it is done.
  const rules = registry.rules(bus).map((rule) => ruleArn(region, bus, rule.name));
  const unknown = Destination.FilterArns.find((filter) => !rules.includes(filter));
  if (unknown !== undefined) throw invalid('Destination.FilterArns', `Rule ${unknown} does not exist.`);
  return { archiveId: archive.id, archiveName: archive.name, bus };
}

const invalid = (parameter: string, reason: string) =>
  validationError(`Parameter ${parameter} is not valid. Reason: ${reason}`);

export const cancelReplay: Action = (input, { replays, region, wakeReplayer }) => {
  const { name, state } = replays.replay(parseInput(replayReference, input).ReplayName);
  if (state !== 'STARTING' && state !== 'RUNNING') {
    throw new AwsError('IllegalStatusException', `Replay ${name} is not in a valid state for this operation.`);
  }
  replays.setState(name, 'CANCELLING');
  wakeReplayer();
  return { ReplayArn: replayArn(region, name), State: 'CANCELLING' };
};

export const describeReplay: Action = (input, { replays, region }) => {
  const replay = replays.replay(parseInput(replayReference, input).ReplayName);
  const { description, bus, ruleArns, name } = replay;
  return {
    ...describe(replay, region),
    ReplayArn: replayArn(region, name),
    Description: description,
    Destination: { Arn: busArn(region, bus), ...(ruleArns.length === 0 ? {} : { FilterArns: ruleArns }) },
  };
};

export const listReplays: Action = (input, { replays, region }) => {
  const { filter, page } = parseInput(listFilters('ListReplays', replayStates), input);
  const list = replays.replays().map((replay) => describe(replay, region));
  const found = filterOne(list, filter, ({ ReplayName }) => ReplayName);
  const { items, ...next } = pageOf(found, ({ ReplayName }) => ReplayName, page);
  return { Replays: items, ...next };
};

const replayStates = ['STARTING', 'RUNNING', 'CANCELLING', 'COMPLETED', 'CANCELLED', 'FAILED'] as const;

const describe = (replay: Replay, region: string) => ({
  ReplayName: replay.name,
  EventSourceArn: archiveArn(region, replay.archiveName),
  State: replay.state,
  StateReason: replay.stateReason,
  EventStartTime: replay.eventsFrom / 1_000,
  EventEndTime: replay.eventsUntil / 1_000,
  EventLastReplayedTime: replay.last && replay.last.happenedAt / 1_000,
  ReplayStartTime: replay.startedAt / 1_000,
  ReplayEndTime: replay.endedAt && replay.endedAt / 1_000,
});
