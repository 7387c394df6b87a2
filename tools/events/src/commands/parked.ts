import { type SubgraphName, subgraphNames } from '@cartograph/events';
import { releaseParked } from '@cartograph/outbox';
import { type Databases, withDatabases } from '../databases.ts';
import { parkedTable, parkedText } from '../parked/parked-text.ts';
import { type ParkedEvent, readParked } from '../parked/read-parked.ts';
import { type Asked, type Command, textOf } from '../terminal/command.ts';
import { CannotDo, WrongUse } from '../terminal/complaints.ts';
import { knownSubgraph, limitOf } from '../terminal/known-names.ts';

/** `events parked`: what the bus does not take, and what is to become of it. */
export const parked: Command = {
  summary: 'events that the bus refused for good: list, show, release',
  help: `Usage: pnpm events parked list    [--subgraph NAME] [--json]
       pnpm events parked show    [--subgraph NAME] EVENT_ID ... | --all [--json]
       pnpm events parked release [--subgraph NAME] EVENT_ID ... | --all [--json]

  list      every parked event with what it tells of, and why the bus refused it
  show      the whole event
  release   has it sent again, once what kept it is mended; its relay takes it within a second, or parks it anew

  --subgraph NAME   only the outbox of that subgraph
  --limit N         looks at N events of each outbox at most (default 1000)

A released event leaves after later events of its aggregate that went on without it: consumers judge it by its version, as
any late event. There is no discard: an event that was committed is a fact, and the reactors wait for it.
`,
  options: { subgraph: { type: 'string' }, all: { type: 'boolean' }, limit: { type: 'string', default: '1000' } },
  run: async (asked) => {
    const [action = 'list', ...ids] = asked.positionals;
    const act = Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : undefined;
    if (!act) throw new WrongUse(`parked can list, show and release, not ${action}.`);
    if (action === 'list' && ids.length > 0) throw new WrongUse('parked list takes no EVENT_ID: did you mean show?');
    const name = textOf(asked, 'subgraph');
    const subgraphs = name === undefined ? subgraphNames : [knownSubgraph(name)];
    const limit = limitOf(asked);
    const mayWrite = action === 'release';
    await withDatabases({ ...asked.eventPath, mayWrite }, async ({ pools }) => {
      const found = await Promise.all(subgraphs.map((subgraph) => readParked(pools[subgraph], subgraph, limit)));
      await act({ asked, ids, pools, events: found.flat() });
    });
  },
};

type Sitting = {
  readonly asked: Asked;
  readonly ids: readonly string[];
  readonly pools: Databases['pools'];
  readonly events: readonly ParkedEvent[];
};

const actions = {
  list: async ({ asked, events }: Sitting) => {
    asked.tell(events);
    asked.say(parkedTable(events));
  },
  show: async (sitting: Sitting) => {
    const picked = pick(sitting);
    sitting.asked.tell(picked);
    sitting.asked.say(picked.map(parkedText).join('\n\n'));
  },
  release: async (sitting: Sitting) => {
    const { asked, pools } = sitting;
    const picked = pick(sitting);
    const released = await Promise.all(subgraphNames.map((name) => releaseOf(pools, name, picked)));
    const count = released.reduce((sum, some) => sum + some, 0);
    asked.tell({ released: count, eventIds: picked.map(({ eventId }) => eventId) });
    asked.say(`${count} released.`);
    // Somebody else was faster.
    if (count < picked.length) throw new CannotDo(`${picked.length - count} were not parked any more.`);
  },
};

const releaseOf = async (pools: Databases['pools'], name: SubgraphName, picked: readonly ParkedEvent[]) => {
  const eventIds = picked.filter(({ subgraph }) => subgraph === name).map(({ eventId }) => eventId);
  return eventIds.length === 0 ? 0 : releaseParked(pools[name], eventIds);
};

const pick = ({ asked, ids, events }: Sitting): readonly ParkedEvent[] => {
  if ((asked.values.all === true) === ids.length > 0) throw new WrongUse('Say which: one EVENT_ID or more, or --all.');
  if (asked.values.all === true) return events;
  const missing = ids.filter((id) => !events.some(({ eventId }) => eventId === id));
  if (missing.length > 0) {
    throw new CannotDo(
      `No parked event has the id ${missing.join(', ')}; "pnpm events parked list" shows those there are.`,
    );
  }
  return events.filter(({ eventId }) => ids.includes(eventId));
};
