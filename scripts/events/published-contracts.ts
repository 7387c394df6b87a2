import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventContract } from '@cartograph/events';
import { compareSchemas } from './compare-schemas.ts';
import { deliveredSchema } from './event-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import type { SchemaChange } from './schema-change.ts';

/** Where the published contracts stand, one JSON Schema for each version of each event, relative to the root. */
export const publishedFolder = 'packages/events/published';

/** Contracts by their published name, such as `OrderPlaced.v1`. */
export type Contracts = ReadonlyMap<string, JsonSchema>;

/** What changed between a published contract and the catalogue. */
export type ContractChange = SchemaChange & { readonly contract: string };

const contractFile = /^([A-Z]\w*\.v\d+)\.json$/;

/** The contracts as they were published; none before the first publication. */
export const readPublished = async (root: string): Promise<Contracts> => {
  const files = await readdir(join(root, publishedFolder)).catch((): string[] => []);
  const names = files.flatMap((file) => contractFile.exec(file)?.[1] ?? []);
  const read = async (name: string) => [name, await readSchema(join(root, publishedFolder, `${name}.json`))] as const;
  return new Map(await Promise.all(names.map(read)));
};

const readSchema = async (file: string): Promise<JsonSchema> => {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as JsonSchema;
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
};

/** What the catalogue would publish: every version of every event that is emitted; planned ones may still change. */
export const contractsOf = (catalogue: readonly EventContract[]): Contracts =>
  new Map(
    catalogue
      .filter(({ status }) => status === 'emitted')
      .flatMap((contract) =>
        contract.versions.map((each) => [
          `${contract.name}.v${each.version}`,
          deliveredSchema(contract, each, 'draft-4'),
        ]),
      ),
  );

/** Every change from the published contracts to those of the catalogue. A new event or version changes none. */
export const compareContracts = (published: Contracts, wanted: Contracts): ContractChange[] =>
  [...published].flatMap(([contract, before]) => {
    const after = wanted.get(contract);
    if (!after) return { contract, kind: 'breaking', field: '', change: 'is published, but nobody emits it any more' };
    return compareSchemas(before, after).map((change) => ({ contract, ...change }));
  });

/** `OrderPlaced.v1: detail.data.lines was removed`. */
export const describeChange = ({ contract, field, change }: ContractChange): string =>
  `${contract}: ${field === '' ? '' : `${field} `}${change}`;

/** The text of a contract's file. */
export const contractText = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;
