import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecording } from '@cartograph/client-operations';
import { checkGraph } from '@cartograph/schema-check/check';
import { secondOpinion } from '@cartograph/schema-check/second-opinion';
import { describe, expect, it } from 'vitest';
import { type CorpusCase, type ExpectedFinding, readCase } from './support/read-case.ts';

const folder = join(import.meta.dirname, 'cases');
const names = (await readdir(folder)).sort();
const cases = await Promise.all(names.map((name) => readCase(join(folder, name))));

const found = async (corpusCase: CorpusCase): Promise<ExpectedFinding[]> => {
  const { findings } = await checkGraph({
    base: { label: 'before', files: corpusCase.before },
    now: { label: 'after', files: corpusCase.after },
    recorded: corpusCase.usage === '' ? [] : parseRecording(corpusCase.usage, 'usage.json'),
    eventContracts: null,
    askSecondOpinion: secondOpinion,
  });
  return findings.map(({ code, severity, subgraph, place, hit }) => ({
    code,
    severity,
    ...(subgraph !== undefined && { subgraph }),
    ...(place && { at: `${place.file}:${place.line}` }),
    ...(hit && { hit: hit.map(({ client, operation }) => `${client} · ${operation}`) }),
  }));
};

const inOrder = (findings: ExpectedFinding[]): ExpectedFinding[] =>
  findings.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

describe('a change of the graph', () => {
  it.each(cases)('$name', async (corpusCase) => {
    expect(inOrder(await found(corpusCase))).toEqual(inOrder(corpusCase.expected));
  });
});

describe('the corpus', () => {
  it('holds at least 60 changes, half of them safe ones that stay quiet', () => {
    const quiet = cases.filter(({ expected }) => expected.length === 0);
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(quiet.length).toBeGreaterThanOrEqual(cases.length / 2);
    expect(new Set(cases.map(({ about }) => about)).size).toBe(cases.length);
  });

  it('shows each finding once, but those that need more than files, which a test of their own shows', async () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)));
    const unshown = (await codesIn(join(root, 'tools/schema-check/src'))).filter((code) => !shown.has(code));
    expect(unshown.toSorted()).toEqual(Object.keys(shownElsewhere).toSorted());
    for (const [code, file] of Object.entries(shownElsewhere))
      expect([code, await readFile(join(root, file), 'utf8')]).toEqual([code, expect.stringContaining(code)]);
  });

  it('changes something in each case but one', () => {
    const unchanged = cases.filter(({ before, after }) => JSON.stringify([...before]) === JSON.stringify([...after]));
    expect(unchanged.map(({ name }) => name)).toEqual(expect.arrayContaining(['safe-nothing-changed']));
  });
});

const root = join(import.meta.dirname, '../..');
const shownElsewhere: Record<string, string> = {
  DATABASE_DRIFT: 'tools/schema-check/test/databases.int.test.ts',
  DIFFERENCE_GONE: 'tools/schema-check/test/databases.int.test.ts',
  MIGRATION_FAILS: 'tools/schema-check/test/databases.int.test.ts',
  SECOND_OPINION_DIFFERS: 'tools/schema-check/src/composition/check-second-opinion.unit.test.ts',
};

/** The codes that a finding can have, as the sources write them. Those of composition and of the inspector are theirs. */
const codesIn = async (sources: string): Promise<string[]> => {
  const files = (await readdir(sources, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(sources, file), 'utf8')));
  const written = texts.flatMap((text) =>
    [...text.matchAll(/code: ([^,\n]*'[A-Z_]{4,}'[^,\n]*)/g)].map(([, code = '']) => code),
  );
  const codes = new Set(written.flatMap((code) => code.match(/(?<=')[A-Z_]{4,}(?=')/g) ?? []));
  expect(codes.size).toBeGreaterThan(40);
  return [...codes];
};
