import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { catalogue, consumerRoutes } from '@cartograph/events';
import { Ajv } from 'ajv';
import { default as addFormats } from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { root } from '../root.ts';
import { asyncApi } from './asyncapi.ts';

const parse = (text: string) => new Parser().parse(text);
const emitted = catalogue.filter(({ status }) => status === 'emitted');

describe('the AsyncAPI document', () => {
  it("is accepted by the AsyncAPI project's own parser", async () => {
    const { document, diagnostics } = await parse(await readFile(join(root, 'docs/asyncapi.yaml'), 'utf8'));
    // 3.0 and not the newest: 3.1 changes nothing of what is used here, and more tools read 3.0.
    const complaints = diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version');
    expect(complaints.map(({ message, path }) => `${path.join('.')}: ${message}`)).toEqual([]);
    expect(document?.version()).toBe('3.0.0');
    expect(document?.components().messages().all()).toHaveLength(emitted.flatMap(({ versions }) => versions).length);
    expect(document?.operations().filterBySend()).toHaveLength(new Set(emitted.map(({ emitter }) => emitter)).size);
    expect(document?.operations().filterByReceive()).toHaveLength(consumerRoutes().length);
  });

  it('shows examples that its own schemas accept, and without their data do not', async () => {
    const { document } = await parse(asyncApi(catalogue, consumerRoutes()));
    const messages = document?.components().messages().all() ?? [];
    expect(messages.length).toBeGreaterThan(20);
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    for (const message of messages) {
      const example = message.examples().all()[0]?.payload() as { detail: object };
      const validate = ajv.compile(message.payload()?.json() as object);
      expect([message.name(), validate(example), validate.errors]).toEqual([message.name(), true, null]);
      expect(validate({ ...example, detail: { ...example.detail, data: {} } })).toBe(false);
    }
  });

  it('would be refused with a reference that leads nowhere', async () => {
    const text = asyncApi(catalogue, consumerRoutes()).replace(
      '#/components/messages/OrderPlaced.v1',
      '#/components/messages/No',
    );
    const { document, diagnostics } = await parse(text);
    expect(document).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === 0).length).toBeGreaterThan(0);
  });
});
