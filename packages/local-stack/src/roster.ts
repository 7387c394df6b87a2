import type { RunningPart } from './part.ts';

/** Settings by name. */
export type Settings = Readonly<Record<string, string>>;

/** How a part is started, with which settings beyond its own, and how long it takes until it can be used. */
export type Launch = {
  spawn: (changes: Settings) => Promise<RunningPart>;
  untilReady: (part: RunningPart) => Promise<void>;
};

/** A part that ended without having been told to. */
export type Broken = { name: string; lastWords: string };

/** Who runs, how each is started again, and who is meant to be down. */
export type Roster = {
  readonly parts: ReadonlyMap<string, RunningPart>;
  readonly broken: Promise<Broken>;
  start: (name: string, launch: Launch) => Promise<RunningPart>;
  restart: (name: string, changes?: Settings) => Promise<void>;
  /** From now on the end of these parts is no surprise. */
  expectEnd: (names: Iterable<string>) => void;
};

/** Keeps the parts of a stack by name and reports the first that ends by itself. */
export const createRoster = (): Roster => {
  const parts = new Map<string, RunningPart>();
  const launches = new Map<string, Launch>();
  const expected = new Set<string>();
  let report: (broken: Broken) => void = () => undefined;
  const broken = new Promise<Broken>((resolve) => {
    report = resolve;
  });
  const run = async (name: string, { spawn, untilReady }: Launch, changes: Settings = {}): Promise<RunningPart> => {
    expected.delete(name);
    const part = await spawn(changes);
    parts.set(name, part);
    void part.ended.then(() => {
      if (!expected.has(name) && parts.get(name) === part) report({ name, lastWords: part.lastWords() });
    });
    await untilReady(part);
    return part;
  };
  return {
    parts,
    broken,
    start: (name, launch) => {
      launches.set(name, launch);
      return run(name, launch);
    },
    restart: async (name, changes) => {
      const launch = launches.get(name);
      if (!launch) throw new Error(`no part is called ${name}; there are ${[...launches.keys()].join(', ')}`);
      await run(name, launch, changes);
    },
    expectEnd: (names) => {
      for (const name of names) expected.add(name);
    },
  };
};
