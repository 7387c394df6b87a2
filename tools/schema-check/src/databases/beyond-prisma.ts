import { z } from 'zod';
import { CannotCheck } from '../complaints.ts';

/** Where a database's migrations go beyond what Prisma's language can say. */
export const beyondPrismaFile = (database: string): string => `prisma/${database}/beyond-prisma.json`;

const group = z.strictObject({
  why: z.string().min(20),
  /** What the migrations make and the schema does not speak of: `index orders.orders_pending`. */
  adds: z.array(z.string()).default([]),
  /** What both know, and the migrations' form of it: `column address.lines` -> `text[] NOT NULL`. */
  differs: z.record(z.string(), z.string()).default({}),
});
const shape = z.array(group);

export interface BeyondPrisma {
  adds: ReadonlySet<string>;
  differs: ReadonlyMap<string, string>;
}

/** The differences that are there on purpose, as `prisma/<database>/beyond-prisma.json` names them with their reasons. */
export const readBeyondPrisma = (files: ReadonlyMap<string, string>, database: string): BeyondPrisma => {
  const file = beyondPrismaFile(database);
  const parsed = shape.safeParse(jsonOrNull(files.get(file) ?? '[]'));
  if (!parsed.success) throw new CannotCheck(`${file} is not as it should be:\n${z.prettifyError(parsed.error)}`);
  return {
    adds: new Set(parsed.data.flatMap(({ adds }) => adds)),
    differs: new Map(parsed.data.flatMap(({ differs }) => Object.entries(differs))),
  };
};

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
