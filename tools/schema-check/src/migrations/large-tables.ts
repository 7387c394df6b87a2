import { z } from 'zod';
import { CannotCheck } from '../complaints.ts';

const file = 'prisma/large-tables.json';
const shape = z.record(z.string(), z.array(z.string()));

/** Database -> its tables that grow with the business, as `prisma/large-tables.json` names them. */
export const largeTables = (files: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlySet<string>> => {
  const text = files.get(file);
  if (text === undefined) return new Map();
  const parsed = z.string().transform(jsonOrNull).pipe(shape).safeParse(text);
  if (!parsed.success) throw new CannotCheck(`${file} is not as it should be:\n${z.prettifyError(parsed.error)}`);
  return new Map(Object.entries(parsed.data).map(([database, tables]) => [database, new Set(tables)]));
};

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
