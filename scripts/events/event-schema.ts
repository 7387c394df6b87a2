import { type EventContract, type EventVersion, envelopeSchema, sourceOf } from '@cartograph/events';
import { z } from 'zod';
import type { JsonSchema } from './json-schema.ts';

/** Draft 4 is what the EventBridge schema registry takes, draft 7 what AsyncAPI reads. */
export type Dialect = 'draft-4' | 'draft-7';

/** The event as EventBridge delivers it, envelope and all, as JSON Schema: what the schema registry makes bindings from. */
export const deliveredSchema = (contract: EventContract, version: EventVersion, dialect: Dialect): JsonSchema => {
  const { $schema, ...schema } = jsonSchemaOf(delivered(contract, version), dialect);
  return {
    $schema,
    title: contract.name,
    description: contract.description,
    'x-amazon-events-detail-type': contract.name,
    'x-amazon-events-source': sourceOf(contract.emitter),
    ...schema,
  };
};

/** What a zod schema accepts, as JSON Schema; fields that are not named are tolerated, as the parser does. */
export const jsonSchemaOf = (schema: z.ZodType, dialect: Dialect): JsonSchema =>
  z.toJSONSchema(schema, { target: dialect, io: 'input', override: ({ jsonSchema }) => tidy(jsonSchema) });

const delivered = (contract: EventContract, { version, data }: EventVersion) =>
  z.object({
    version: z.string().describe("The version of EventBridge's own envelope."),
    id: z.string().describe("EventBridge's id of this delivery; the event's own is detail.eventId."),
    'detail-type': z.literal(contract.name).describe('The name of the event.'),
    source: z.enum(contract.emitters.map(sourceOf)).describe('Who emits it.'),
    account: z.string().describe('The AWS account.'),
    time: z.iso.datetime().describe('When it was put on the bus.'),
    region: z.string().describe('The AWS region.'),
    resources: z.array(z.string()).describe('ARNs; none.'),
    detail: envelopeSchema
      .extend({
        schemaVersion: z.literal(version).describe('The version of the contract that `data` follows.'),
        data: data.describe(contract.description),
      })
      .describe('The envelope of every domain event.'),
  });

/** Leaves out what only zod's inside says: bounds of safe integers, and the regular expressions behind formats. */
const tidy = (schema: Record<string, unknown>): void => {
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['format'] === 'uuid') delete schema['pattern'];
  // The format alone would allow other time zones than UTC.
  if (schema['format'] === 'date-time' && String(schema['pattern']).endsWith('(?:Z))$')) schema['pattern'] = 'Z$';
};
