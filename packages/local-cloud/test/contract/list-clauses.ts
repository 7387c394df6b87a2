import {
  CreateArchiveCommand,
  CreateEventBusCommand,
  ListArchivesCommand,
  ListEventBusesCommand,
  ListReplaysCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutTargetsCommand,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import { expect } from 'vitest';
import { aQueue, aRoute, refusedAs, uniqueName } from './route.ts';
import type { Clause } from './target.ts';

type Page = { names: (string | undefined)[]; next: string | undefined };

/** Asks for two at a time until there is no token; answers the sizes of the pages and all the names. */
async function readPages(ask: (page: { Limit: number; NextToken?: string }) => Promise<Page>) {
  const pages: Page[] = [await ask({ Limit: 2 })];
  for (let NextToken = pages[0]?.next; NextToken !== undefined; NextToken = pages.at(-1)?.next) {
    pages.push(await ask({ Limit: 2, NextToken }));
  }
  return { sizes: pages.map(({ names }) => names.length), names: pages.flatMap(({ names }) => names) };
}

const three = (prefix: string) => ['a', 'b', 'c'].map((letter) => `${prefix}-${letter}`);

export const listClauses: Clause[] = [
  {
    id: 'pages-of-buses',
    title: 'buses come in pages',
    async run({ bridge }) {
      const NamePrefix = uniqueName('paged');
      for (const Name of three(NamePrefix)) await bridge.send(new CreateEventBusCommand({ Name }));
      const pages = await readPages(async (page) => {
        const { EventBuses = [], NextToken } = await bridge.send(new ListEventBusesCommand({ NamePrefix, ...page }));
        return { names: EventBuses.map(({ Name }) => Name), next: NextToken };
      });
      expect(pages).toEqual({ sizes: [2, 1], names: three(NamePrefix) });
    },
  },
  {
    id: 'pages-of-rules',
    title: 'rules come in pages',
    async run(world) {
      const { bus: EventBusName, addRule } = await aRoute(world);
      for (const name of three('paged')) await addRule(name, { source: ['shop'] });
      const filter = { EventBusName, NamePrefix: 'paged' };
      const pages = await readPages(async (page) => {
        const { Rules = [], NextToken } = await world.bridge.send(new ListRulesCommand({ ...filter, ...page }));
        return { names: Rules.map(({ Name }) => Name), next: NextToken };
      });
      expect(pages).toEqual({ sizes: [2, 1], names: three('paged') });
    },
  },
  {
    id: 'pages-of-targets',
    title: 'targets come in pages',
    async run(world) {
      const { bus: EventBusName, rule: Rule } = await aRoute(world);
      const queues = await Promise.all(three('more').map(async (Id) => ({ Id, Arn: (await aQueue(world)).arn })));
      const Targets = queues.toSorted((a, b) => a.Id.localeCompare(b.Id));
      await world.bridge.send(new PutTargetsCommand({ EventBusName, Rule, Targets }));
      const pages = await readPages(async (page) => {
        const list = new ListTargetsByRuleCommand({ EventBusName, Rule, ...page });
        const { Targets: targets = [], NextToken } = await world.bridge.send(list);
        return { names: targets.map(({ Id }) => Id), next: NextToken };
      });
      expect(pages.sizes).toEqual([2, 2]);
      expect(new Set(pages.names)).toEqual(new Set([...three('more'), 'queue']));
    },
  },
  {
    id: 'pages-of-archives',
    title: 'archives come in pages',
    async run(world) {
      const { busArn: EventSourceArn } = await aRoute(world);
      const NamePrefix = uniqueName('paged');
      for (const ArchiveName of three(NamePrefix)) {
        await world.bridge.send(new CreateArchiveCommand({ ArchiveName, EventSourceArn }));
      }
      const pages = await readPages(async (page) => {
        const { Archives = [], NextToken } = await world.bridge.send(new ListArchivesCommand({ NamePrefix, ...page }));
        return { names: Archives.map(({ ArchiveName }) => ArchiveName), next: NextToken };
      });
      expect(pages).toEqual({ sizes: [2, 1], names: three(NamePrefix) });
    },
  },
  {
    id: 'pages-of-replays',
    title: 'replays come in pages',
    async run(world) {
      const { busArn } = await aRoute(world);
      const NamePrefix = uniqueName('paged');
      const archive = { ArchiveName: NamePrefix, EventSourceArn: busArn };
      const { ArchiveArn } = await world.bridge.send(new CreateArchiveCommand(archive));
      const period = { EventStartTime: new Date(0), EventEndTime: new Date(1_000) };
      for (const ReplayName of three(NamePrefix)) {
        const order = { ReplayName, EventSourceArn: ArchiveArn, ...period, Destination: { Arn: busArn } };
        await world.bridge.send(new StartReplayCommand(order));
      }
      const pages = await readPages(async (page) => {
        const { Replays = [], NextToken } = await world.bridge.send(new ListReplaysCommand({ NamePrefix, ...page }));
        return { names: Replays.map(({ ReplayName }) => ReplayName), next: NextToken };
      });
      expect(pages).toEqual({ sizes: [2, 1], names: three(NamePrefix) });
    },
  },
  {
    id: 'page-size-limited',
    title: 'a page of more than a hundred is refused',
    async run({ bridge }) {
      const asked = bridge.send(new ListEventBusesCommand({ Limit: 101 }));
      await expect(asked).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
];
