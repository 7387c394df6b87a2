import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, type SubgraphName, subgraphNames } from '@cartograph/events';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What a subgraph says of itself: its code without what it reacts to and without what is generated or tests it. */
const ownWords = (subgraph: SubgraphName): string =>
  globSync(`subgraphs/${subgraph}/src/{domain,use-cases}/**/*.ts`, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');

const words = new Map(subgraphNames.map((subgraph) => [subgraph, ownWords(subgraph)]));
const isNamedBy = (subgraph: SubgraphName, event: string): boolean =>
  words.get(subgraph)?.includes(`'${event}'`) ?? false;

const said = catalogue.flatMap((contract) => contract.emitters.map((emitter) => ({ ...contract, emitter })));

describe('the catalogue of events', () => {
  it.each(said.filter(({ status }) => status === 'emitted'))(
    'does not promise $name by $emitter, whose code never names it',
    ({ emitter, name }) => {
      expect(isNamedBy(emitter, name)).toBe(true);
    },
  );

  it('does not call planned what is emitted already', () => {
    const planned = said.filter(({ status }) => status === 'planned');
    expect(planned.filter(({ emitter, name }) => isNamedBy(emitter, name)).map(({ name }) => name)).toEqual([]);
  });

  it('would be found out: no subgraph names an event that there is not', () => {
    expect(subgraphNames.filter((subgraph) => isNamedBy(subgraph, 'OrderShouted'))).toEqual([]);
    expect([...words.values()].every((text) => text.length > 1000)).toBe(true);
  });
});
