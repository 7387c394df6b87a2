import type { Log } from '../log.ts';
import type { Archives } from './archives.ts';
import { ruleArn } from './arn.ts';
import type { AcceptedEvent, DeliveryQueue } from './delivery-queue.ts';
import type { JsonObject } from './patterns/json.ts';
import type { Registry } from './registry.ts';
import type { Replay, ReplayedEvent, Replays } from './replays.ts';

export type ReplayerDependencies = {
  replays: Replays;
  archives: Archives;
  registry: Registry;
  deliveries: DeliveryQueue;
  region: string;
  log: Log;
  /** Called with the queues that got something. */
  wakeQueues: (queueArns: Iterable<string>) => void;
};

export type Replayer = {
  /** Says that there is a replay to begin or to end. */
  wake(): void;
  /** Replays no more; what is left goes on with the next start. */
  stop(): void;
};

// 2,500 events a second: about what the queues take, and live events come between.
const eventsPerStep = 50;
const stepEveryMs = 20;
const afterErrorMs = 1_000;

/** Brings archived events to the rules again, those of interrupted replays first. */
export function startReplayer(dependencies: ReplayerDependencies): Replayer {
  const { replays, log } = dependencies;
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;

  function work(): void {
    timer = undefined;
    try {
      const unfinished = replays.unfinished();
      for (const replay of unfinished) step(replay, dependencies);
      if (unfinished.length > 0) plan(stepEveryMs);
    } catch (error) {
      log.error({ err: error }, 'a replay stands still for a second');
      plan(afterErrorMs);
    }
  }

  function plan(delayMs: number): void {
    if (!isStopping) timer ??= setTimeout(work, delayMs);
  }

  plan(0);
  return {
    wake: () => plan(stepEveryMs),
    stop() {
      isStopping = true;
      clearTimeout(timer);
    },
  };
}

/** Hands the next events to the deliveries, and records in the same transaction that it did: none is lost or doubled. */
function step(replay: Replay, dependencies: ReplayerDependencies): void {
  const { replays, archives, deliveries, wakeQueues } = dependencies;
  const isArchiveThere = archives.archives().some(({ id }) => id === replay.archiveId);
  const events = replays.nextEvents(replay, eventsPerStep);
  const last = events.at(-1);
  if (replay.state === 'CANCELLING') {
    replays.setState(replay.name, 'CANCELLED');
  } else if (!isArchiveThere) {
    replays.setState(replay.name, 'FAILED', `Archive ${replay.archiveName} was deleted.`);
  } else if (last === undefined) {
    replays.setState(replay.name, 'COMPLETED');
  } else {
    const accepted = events.map(replayedBy(replay, dependencies));
    const touched = deliveries.accept(accepted, () => {
      if (replay.state === 'STARTING') replays.setState(replay.name, 'RUNNING');
      replays.advance(replay.name, last);
    });
    wakeQueues(touched);
  }
}

function replayedBy({ bus, name, ruleArns }: Replay, { registry, region }: ReplayerDependencies) {
  const rules = registry.rules(bus).filter((rule) => ruleArns.includes(ruleArn(region, bus, rule.name)));
  const wanted = ruleArns.length === 0 ? undefined : new Set(rules.map((rule) => rule.name));
  return ({ body, happenedAt }: ReplayedEvent): AcceptedEvent => {
    const event: JsonObject = { ...(JSON.parse(body) as JsonObject), 'replay-name': name };
    const targets = registry.targetsFor(bus, event, wanted);
    // Archived once is enough: AWS keeps replayed events out of its archives, too.
    return { bus, body: JSON.stringify(event), happenedAt, targets, archiveIds: [] };
  };
}
