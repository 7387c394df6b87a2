import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const infra = join(import.meta.dirname, '../..');

const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(infra, file), 'utf8')) as Record<string, unknown>;

/** What the CDK's command line would hand over: flags of cdk.json, and zones of cdk.context.json instead of an account. */
export const fixedContext = (): Record<string, unknown> => ({
  ...(read('cdk.json')['context'] as Record<string, unknown>),
  ...read('cdk.context.json'),
});
