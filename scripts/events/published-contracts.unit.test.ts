import { catalogue, contractOf, type EventContract } from '@cartograph/events';
import type { Ajv } from 'ajv';
import { default as AjvDraft04 } from 'ajv-draft-04';
import { default as addFormats } from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../root.ts';
import { deliveredExample } from './delivered-example.ts';
import { compareContracts, contractsOf, describeChange, readPublished } from './published-contracts.ts';

const orderPlaced = contractOf('OrderPlaced') as EventContract<string, 'order', [], z.ZodObject>;
const published = contractsOf([orderPlaced]);

/** The complaints about OrderPlaced, if its data were this. */
const complaintsAbout = (data: z.ZodType): string[] => {
  const changed: EventContract = { ...orderPlaced, versions: [{ version: 1, data, example: {} }] };
  return compareContracts(published, contractsOf([changed]))
    .filter(({ kind }) => kind === 'breaking')
    .map(describeChange);
};

describe('published contracts', () => {
  it('are those of every event that is emitted, in every version', async () => {
    expect([...(await readPublished(root)).keys()].toSorted()).toEqual([...contractsOf(catalogue).keys()].toSorted());
    expect(contractsOf(catalogue).size).toBeGreaterThan(20);
  });

  it('are not broken by the catalogue', async () => {
    const changes = compareContracts(await readPublished(root), contractsOf(catalogue));
    expect(changes.filter(({ kind }) => kind === 'breaking').map(describeChange)).toEqual([]);
  });

  it('name the event, the version and the field that would break', () => {
    expect(complaintsAbout(orderPlaced.data.omit({ totalMinor: true }))).toEqual([
      'OrderPlaced.v1: detail.data.totalMinor was removed',
    ]);
    expect(complaintsAbout(orderPlaced.data.extend({ lines: z.array(z.string()) }))).toEqual([
      'OrderPlaced.v1: detail.data.lines[] was object, is string',
    ]);
    expect(complaintsAbout(orderPlaced.data.extend({ channel: z.string() }))).toEqual([
      'OrderPlaced.v1: detail.data.channel is new and required: events that were sent do not have it',
    ]);
  });

  it('let an event grow by an optional field, a new version and a new event', () => {
    const { data, example } = orderPlaced;
    expect(complaintsAbout(data.extend({ channel: z.string().optional() }))).toEqual([]);
    const second = { version: 2, data: z.object({ orderId: z.string() }), example };
    const grown: EventContract = { ...orderPlaced, version: 2, versions: [...orderPlaced.versions, second] };
    expect(compareContracts(published, contractsOf([grown, { ...grown, name: 'OrderShouted' }]))).toEqual([]);
  });

  it('outlive neither their event nor the subgraph that emits it unnoticed', () => {
    const described = (contracts: EventContract[]) =>
      compareContracts(published, contractsOf(contracts)).map(describeChange);
    expect(described([])).toEqual(['OrderPlaced.v1: is published, but nobody emits it any more']);
    expect(described([{ ...orderPlaced, status: 'planned' }])).toHaveLength(1);
    expect(described([{ ...orderPlaced, emitters: ['user'] }])).toContain(
      'OrderPlaced.v1: source lost the value cartograph.order',
    );
  });

  it.each(catalogue.filter(({ status }) => status === 'emitted').map((contract) => [contract.name, contract] as const))(
    'are JSON Schemas of draft 4 by which its own example of %s is valid, and one without data is not',
    async (_, contract) => {
      const schemas = await readPublished(root);
      const ajv: Ajv = new AjvDraft04.default({ strict: true });
      addFormats.default(ajv);
      ajv.addVocabulary(['x-amazon-events-detail-type', 'x-amazon-events-source']);
      for (const version of contract.versions) {
        const validate = ajv.compile(schemas.get(`${contract.name}.v${version.version}`) ?? false);
        const delivered = deliveredExample(contract, version);
        expect([validate(delivered), validate.errors]).toEqual([true, null]);
        expect(validate({ ...delivered, detail: { ...delivered.detail, data: {} } })).toBe(false);
      }
    },
  );
});
