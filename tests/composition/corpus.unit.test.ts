import { readdir } from 'node:fs/promises';
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

  it('has a fault for every check, and each case but one changes something', () => {
    const unchanged = cases.filter(({ before, after }) => JSON.stringify([...before]) === JSON.stringify([...after]));
    expect(unchanged.map(({ name }) => name)).toEqual(expect.arrayContaining(['safe-nothing-changed']));
  });
});
