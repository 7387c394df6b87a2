import { join } from 'node:path';
import { z } from 'zod';
import type { GeneratedFile } from './generated-file.ts';

/** The processes that are deployed, and the file that reads each one's environment. */
const processes = [
  {
    name: 'gateway',
    file: 'gateway/src/config.ts',
    libraries: ['NODE_EXTRA_CA_CERTS', 'APOLLO_TELEMETRY_DISABLED', 'AWS_*'],
  },
  ...['product', 'order', 'user', 'payment'].map((name) => ({
    name,
    file: `subgraphs/${name}/src/config.ts`,
    libraries: ['NODE_EXTRA_CA_CERTS', 'APOLLO_TELEMETRY_DISABLED', 'PGUSER', 'PGPASSWORD', 'AWS_*'],
  })),
  { name: 'notifications', file: 'services/notifications/src/config.ts', libraries: ['AWS_*'] },
];

const readByLibraries: Readonly<Record<string, string>> = {
  NODE_EXTRA_CA_CERTS: 'Node: a file of authorities beside the usual ones; an image has those of RDS.',
  APOLLO_TELEMETRY_DISABLED: "Apollo's libraries: `1`. The gateway sets it for itself.",
  PGUSER: 'pg: the user, where DATABASE_URL names none, so that a rotation changes it alone.',
  PGPASSWORD: 'pg: the password, likewise. A secret.',
  'AWS_*':
    "AWS's SDK: who the process is (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`; on AWS the role of the task), and `AWS_ENDPOINT_URL_<SERVICE>` where it is not AWS itself.",
};

type JsonSchema = { type?: string; format?: string; enum?: unknown[]; minimum?: number; maximum?: number };

const bounds = ({ minimum, maximum }: JsonSchema): string => {
  const isBounded = (limit: number | undefined) => limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  const from = isBounded(minimum) ? `, from ${minimum}` : '';
  return isBounded(maximum) ? `${from} to ${maximum}` : from;
};

/** What a value looks like, in words. */
const kindOf = (schema: z.ZodType): string => {
  const json = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as JsonSchema;
  if (json.enum) return json.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (json.type === 'integer') return `whole number${bounds(json)}`;
  if (json.type === 'number') return `number${bounds(json)}`;
  if (json.type === 'array') return 'JSON list';
  if (json.type === 'object') return 'JSON object';
  return json.format === 'uri' ? 'URL' : 'text';
};

/** What was said of it, or of what is inside it. */
const meaningOf = (schema: z.ZodType): string | undefined => {
  const isWrapping = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return schema.description ?? (isWrapping ? meaningOf(schema.unwrap() as z.ZodType) : undefined);
};

const defaultOf = (schema: z.ZodType): string => {
  const unset = schema.safeParse(undefined);
  if (!unset.success) return '**required**';
  return unset.data === undefined
    ? ''
    : `\`${typeof unset.data === 'string' ? unset.data : JSON.stringify(unset.data)}\``;
};

const row = (file: string, name: string, schema: z.ZodType): string => {
  const meaning = meaningOf(schema);
  if (meaning === undefined) throw new Error(`${file}: say what ${name} means by .describe('...').`);
  const cells = [`\`${name}\``, kindOf(schema), defaultOf(schema), meaning];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
};

/** One process's table. Throws for a variable that says nothing of itself. */
export const configTable = (file: string, shape: Readonly<Record<string, z.ZodType>>): string =>
  [
    '| Variable | Kind | Default | Meaning |',
    '| --- | --- | --- | --- |',
    ...Object.keys(shape)
      .sort()
      .map((name) => row(file, name, shape[name] as z.ZodType)),
  ].join('\n');

const section = async (root: string, { name, file, libraries }: (typeof processes)[number]): Promise<string> => {
  const { configShape } = (await import(join(root, file))) as { configShape: z.ZodObject<Record<string, z.ZodType>> };
  const others = libraries.map((variable) => `- \`${variable}\` ${readByLibraries[variable]}`);
  return `## ${name}\n\n${configTable(file, configShape.shape)}\n\nRead by libraries:\n\n${others.join('\n')}\n`;
};

const preface = `<!-- Made from the config.ts of each process by \`pnpm generate\`. -->

# Configuration

A process reads its environment once, at its start. What is missing or malformed ends the start with exit code 78 and one
message that names all of it, and never a value. There are no defaults for addresses and secrets. An image has \`NODE_ENV\`, \`HOST\`
and \`PORT\` set. A subgraph's \`migrate.js\` reads \`DATABASE_URL\`, \`LOG_LEVEL\` and what pg reads, and nothing else.
`;

/** docs/config.md: every variable of every process that is deployed. */
export const configPage = async (root: string): Promise<GeneratedFile> => {
  const sections: string[] = [];
  for (const one of processes) sections.push(await section(root, one));
  return { path: 'docs/config.md', content: [preface, ...sections].join('\n'), cure: 'pnpm generate' };
};
