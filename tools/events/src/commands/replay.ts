import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { withEventBridge } from '../clients.ts';
import { arnsBeside } from '../replay/event-arns.ts';
import { lendRules } from '../replay/lend-rules.ts';
import { type ReplayOrder, readReplayOrder } from '../replay/replay-order.ts';
import { runReplay } from '../replay/run-replay.ts';
import { type Command, textOf } from '../terminal/command.ts';
import { CannotDo, WrongUse } from '../terminal/complaints.ts';

/** `events replay`: archived events to the bus again. */
export const replay: Command = {
  summary: 'brings archived events to the queues again',
  help: `Usage: pnpm events replay --from INSTANT --to INSTANT [--event NAME] [--to-subgraph NAME] [--json]

  --from INSTANT       the first event's time, e.g. 2026-01-31T09:00:00Z or 2026-01-31 (00:00 UTC)
  --to INSTANT         events before this time, not in the future
  --to-subgraph NAME   only to the queue of that subgraph
  --event NAME         only events of that name
  --settle SECONDS     how long rules are given with --event, before and after (default 60, and 0 where an endpoint is set)

Replayed events are the same events: whoever took one in before does nothing again, as long as its inbox remembers it
(INBOX_KEEP_DAYS, 30). So a replay brings what a subgraph never got, and changes nothing else.
EventBridge cannot filter a replay by event but through rules. With --event a rule for that event, that replay and each
subgraph that reacts to it is made first and removed at the end; on AWS the queues' policies must let it in.
Ctrl-C cancels the replay. Events reach the archive on AWS up to ten minutes late.
`,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    event: { type: 'string' },
    'to-subgraph': { type: 'string' },
    settle: { type: 'string' },
  },
  run: async (asked) => {
    const { eventPath, interrupted, positionals, say, tell } = asked;
    if (positionals.length > 0)
      throw new WrongUse('replay takes options only, e.g. --from 2026-01-31 --to 2026-02-01.');
    const order = readReplayOrder(asked, new Date());
    const cloud = eventPath.cloud();
    const { archiveArn, busName } = eventPath.archive();
    const settleSeconds = settleOf(textOf(asked, 'settle') ?? (cloud.eventBridgeUrl ? '0' : '60'));
    const replayName = `replay-${new Date().toISOString().replaceAll(/[-:]|\..*$/g, '')}-${randomBytes(3).toString('hex')}`;
    const arns = arnsBeside(archiveArn, busName);
    const queues = order.event === null ? [] : eventPath.queues();
    say(`${replayName}: ${whatIn(order)}`);
    await withEventBridge(cloud, (eventBridge) =>
      lendRules({ eventBridge, busName, arns, queues, replayName }, order, async (ruleArns) => {
        const settle = () =>
          delay(order.event === null ? 0 : settleSeconds * 1_000, undefined, { signal: interrupted });
        await settle().catch(() => {
          throw new CannotDo('Stopped before the replay began: nothing was replayed.');
        });
        const progress = (state: string, last: Date | undefined) =>
          say(`${state}${last ? `, replayed until ${last.toISOString()}` : ''}`);
        const run = { eventBridge, replayName, archiveArn, busArn: arns.bus, ruleArns, interrupted, progress };
        const { State, EventLastReplayedTime } = await runReplay(run, order);
        // What EventBridge still has in hand is to find its rule.
        await settle().catch(() => undefined);
        tell({ replayName, state: State, lastReplayed: EventLastReplayedTime ?? null, ruleArns });
      }),
    );
  },
};

const whatIn = ({ from, to, event, subgraphs }: ReplayOrder): string =>
  `${event ?? 'every event'} from ${from.toISOString()} to ${to.toISOString()}, to ${subgraphs?.join(' and ') ?? 'everybody'}`;

const settleOf = (text: string): number => {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 600)
    throw new WrongUse('--settle takes 0 to 600 seconds.');
  return seconds;
};
