import { setTimeout as delay } from 'node:timers/promises';
import { withDatabases } from '../databases.ts';
import { followOutbox, type SeenEvent } from '../tail/follow-outbox.ts';
import { type Command, textOf } from '../terminal/command.ts';
import { WrongUse } from '../terminal/complaints.ts';
import { knownEvent } from '../terminal/known-names.ts';
import { plainText } from '../terminal/plain-text.ts';
import { tellsOf } from '../trace/chain-event.ts';

const everyMs = 500;

/** `events tail`: events as they happen, until Ctrl-C. */
export const tail: Command = {
  summary: 'events as they happen, until Ctrl-C',
  help: `Usage: pnpm events tail [--order ID] [--event NAME] [--json]

  --order ID     only events of that order: its own, and those whose data names it
  --event NAME   only events of that name, e.g. OrderPlaced
  --json         one line of JSON an event

Looks into the four outboxes every 500 ms: an event is shown when its change has committed, whether it was sent or not.
`,
  options: { order: { type: 'string' }, event: { type: 'string' } },
  run: async (asked) => {
    const { eventPath, interrupted, say, tell, positionals } = asked;
    if (positionals.length > 0) throw new WrongUse('tail takes options only, e.g. --order ID.');
    const order = textOf(asked, 'order');
    const name = textOf(asked, 'event');
    if (name !== undefined) knownEvent(name);
    const isWanted = (event: SeenEvent) =>
      (name === undefined || event.name === name) && (order === undefined || tellsOf(order, event));
    await withDatabases(eventPath, async ({ ofEach }) => {
      const outboxes = await ofEach(followOutbox);
      say('Waiting for events; Ctrl-C ends it.');
      while (!interrupted.aborted) {
        const news = (await Promise.all(outboxes.map((next) => next()))).flat().filter(isWanted);
        for (const event of news.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())) {
          tell(event);
          say(lineOf(event));
        }
        await delay(everyMs, undefined, { signal: interrupted }).catch(() => undefined);
      }
    });
  },
};

const lineOf = ({ occurredAt, emitter, name, aggregateId, aggregateVersion, orderId }: SeenEvent): string => {
  const about = orderId !== null && orderId !== aggregateId ? `  ${orderId}` : '';
  const text = `${emitter.padEnd(7)}  ${name.padEnd(20)}  ${aggregateId} v${aggregateVersion}${about}`;
  return `${occurredAt.toISOString().slice(11, 23)}  ${plainText(text)}`;
};
