import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const page = readFileSync(join(import.meta.dirname, '../../docs/config.md'), 'utf8');

/** The variables of one process as docs/config.md lists them, and which of them it does not start without. */
export const documentedVariables = (process: string): { all: string[]; required: string[] } => {
  const [, section = ''] = new RegExp(`^## ${process}$([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(page) ?? [];
  const rows = [...section.matchAll(/^\| `(\w+)` \|.*$/gm)].map(([row, name = '']) => ({ row, name }));
  const libraries = [...section.matchAll(/^- `([A-Z_]+\*?)`/gm)].map(([, name = '']) => name);
  if (rows.length === 0) throw new Error(`docs/config.md has no table of ${process}.`);
  return {
    all: [...rows.map(({ name }) => name), ...libraries],
    required: rows.filter(({ row }) => row.includes('| **required** |')).map(({ name }) => name),
  };
};

/** The names of what a running process was given, without what Node itself gives a child that it has a channel to. */
export const variablesOf = async (pid: number): Promise<string[]> => {
  const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
  const names = environment.split('\0').flatMap((pair) => pair.split('=')[0] || []);
  return names.filter((name) => !name.startsWith('NODE_CHANNEL_'));
};
