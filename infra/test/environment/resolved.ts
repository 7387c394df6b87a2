import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const parts = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const [[kind, inner]] = Object.entries(value as Record<string, unknown>) as [[string, unknown]];
  if (kind !== 'Fn::Join') return /Port/.test(JSON.stringify(inner)) ? '5433' : 'resolved.example';
  const [separator, values] = inner as [string, unknown[]];
  return values.map(parts).join(separator);
};

/** A variable as a process would see it: what CloudFormation fills in later is an example of its kind. */
export const resolved = (name: string, value: unknown): string => {
  const isWhole = typeof value === 'object' && !('Fn::Join' in (value as object));
  return isWhole && name.endsWith('_URL') ? 'https://sqs.eu-central-1.amazonaws.com/111111111111/queue' : parts(value);
};

/** New keys, as a person makes them for the secrets of a stage. */
const newKeys = (use: string): Record<string, string> => {
  const program = join(import.meta.dirname, '../../operations/make-keys.ts');
  return JSON.parse(execFileSync(process.execPath, [program, use], { encoding: 'utf8' })) as Record<string, string>;
};

/** What the fields of the secrets hold once a person has filled them as docs/aws.md says. */
const fields: Readonly<Record<string, string>> = {
  ...newKeys('viewer'),
  ...newKeys('identity'),
  url: 'https://payments.example',
  apiKey: 'an-api-key-of-the-provider',
  username: 'order',
  password: 'its-password',
};

/** A secret by the field that the task takes out of it: `arn:...:secret:name:field::`. */
export const resolvedSecret = (valueFrom: unknown): string => {
  const text = parts(valueFrom);
  const [, field = ''] = /:(\w+)::$/.exec(text) ?? [];
  // One that is a word of its own has no fields.
  if (field === '' && /token/i.test(JSON.stringify(valueFrom))) return 'the-word-of-the-cache';
  const value = fields[field];
  if (value === undefined) throw new Error(`No secret has a field "${field}": ${JSON.stringify(valueFrom)}`);
  return value;
};
