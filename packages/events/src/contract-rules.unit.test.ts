import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue, envelopeSchema } from './index.ts';
import { readPayload } from './read-payload.ts';

type Schema = { description?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[] };
type Field = { path: string; name: string; description: string | undefined };

const fieldsIn = (schema: Schema, path = ''): Field[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    { path: `${path}${name}`, name, description: field.description },
    ...fieldsIn(field, `${path}${name}.`),
  ]),
  ...(schema.items ? fieldsIn(schema.items, path) : []),
  ...(schema.anyOf ?? []).flatMap((branch) => fieldsIn(branch, path)),
];

const fieldsOf = (schema: z.ZodType): Field[] => fieldsIn(z.toJSONSchema(schema, { io: 'input' }) as Schema);

const versions = catalogue.flatMap((contract) =>
  contract.versions.map((version) => [`${contract.name} v${version.version}`, version, contract] as const),
);

/** The same value with a field nobody knows in every object of it. */
const withUnknownFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withUnknownFields);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).map(([name, field]) => [name, withUnknownFields(field)] as const);
  return { ...Object.fromEntries(known), addedLater: 'by a newer producer' };
};

describe('every contract', () => {
  it.each(versions)('describes each field: %s', (_, { data }) => {
    const fields = fieldsOf(data);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter(({ description }) => !description)).toEqual([]);
  });

  it('is found out when a field, however deep, has no description', () => {
    const planted = z.object({ lines: z.array(z.object({ quantity: z.int() })).describe('Lines.') });
    expect(fieldsOf(planted).filter(({ description }) => !description)).toMatchObject([{ path: 'lines.quantity' }]);
  });

  it('stands in an envelope whose fields are described', () => {
    expect(fieldsOf(envelopeSchema).filter(({ description }) => !description)).toEqual([]);
  });

  it.each(versions)('tells of persons by their ids only: %s', (_, { data }) => {
    const personal = /e-?mail|phone|address|street|postcode|birth|firstName|lastName|fullName|ipAddress/i;
    expect(fieldsOf(data).filter(({ name }) => personal.test(name))).toEqual([]);
  });

  it.each(versions)('reads its own example: %s', (_, { data, example }) => {
    expect(data.parse(example)).toEqual(example);
  });

  it.each(versions)('leaves out what a newer producer added: %s', (_, { version, example }, contract) => {
    expect(readPayload(contract, version, withUnknownFields(example))).toEqual(readPayload(contract, version, example));
  });

  it.each(catalogue.map((contract) => [contract.name, contract] as const))(
    'keeps its versions in order, with a way from each to the next: %s',
    (_, contract) => {
      const numbers = contract.versions.map(({ version }) => version);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      expect(numbers.at(-1)).toBe(contract.version);
      expect(contract.versions.filter(({ toNext }) => !toNext)).toEqual([contract.versions.at(-1)]);
    },
  );

  it('has no reactor as long as nobody emits it', () => {
    const planned = catalogue.filter(({ status }) => status === 'planned');
    expect(planned.filter(({ reactors }) => reactors.length > 0)).toEqual([]);
  });
});
