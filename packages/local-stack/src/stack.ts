import type { Broken, Roster, Settings } from './roster.ts';
import { gatewayUrl, mailboxUrl, type StackFacts, tracesUrl } from './stack-plan.ts';

/** A running stack: its parts by name (`postgres` among them), each of which can be killed and started again. */
export type Stack = {
  readonly facts: StackFacts;
  readonly url: string;
  /** The page where the mails that were sent are read; `/mails?to=` below it is the same as JSON. */
  readonly mailboxUrl: string;
  /** The page of the last traces; `/spans?trace=` below it is the same as JSON. */
  readonly tracesUrl: string;
  pids: () => Record<string, number>;
  /** Sends a signal to one part and waits until it has ended. */
  kill: (name: string, signal?: NodeJS.Signals) => Promise<void>;
  /** Starts a part that has ended, with the environment it had but for the changes, and waits until it is ready. */
  restart: (name: string, changes?: Settings) => Promise<void>;
  /**
   * Starts one more gateway beside the stack's own, `gateway-2` and so on, with these settings over its; returns its address.
   */
  addGateway: (settings: Readonly<Record<string, string>>) => Promise<string>;
  /** Settles with the name and last words of a part that ended without having been told to. */
  readonly broken: Promise<Broken>;
  /** Stops what runs: the gateway first, then who it calls, the databases last. May be called again. */
  stop: () => Promise<void>;
};

/** Whoever calls stops before whoever is called. */
const stopOrder: readonly RegExp[] = [
  /^gateway(-\d+)?$/,
  /^(product|order|user|payment)(-\d+)?$/,
  /^sandbox-provider$/,
  /^local-cloud$/,
  /^postgres$/,
];

/** Stops the parts of a roster in order, as many of them as run. */
export const stopInOrder = async ({ parts, expectEnd }: Roster): Promise<void> => {
  expectEnd(parts.keys());
  for (const group of stopOrder) {
    await Promise.all([...parts].filter(([name]) => group.test(name)).map(([, part]) => part.stop()));
  }
};

/** The stack made of a roster whose parts are all ready. */
export const stackOf = (roster: Roster, { facts, addGateway }: Pick<Stack, 'facts' | 'addGateway'>): Stack => ({
  facts,
  url: gatewayUrl(facts),
  mailboxUrl: mailboxUrl(facts),
  tracesUrl: tracesUrl(facts),
  broken: roster.broken,
  pids: () => Object.fromEntries([...roster.parts].map(([name, part]) => [name, part.pid])),
  kill: async (name, signal = 'SIGKILL') => {
    const part = roster.parts.get(name);
    if (!part) throw new Error(`no part is called ${name}; there are ${[...roster.parts.keys()].join(', ')}`);
    roster.expectEnd([name]);
    part.kill(signal);
    await part.ended;
  },
  restart: roster.restart,
  addGateway,
  stop: () => stopInOrder(roster),
});
