import { z } from 'zod';

/** A file of client operations cannot be read; the message names the file, the place in it and what is wrong. */
export class BadOperations extends Error {
  override readonly name = 'BadOperations';
}

/** The value as the schema has it; `where` names the file (and line) in the message when it is not. */
export const readAs = <Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new BadOperations(`${where} is not as it should be:\n${z.prettifyError(parsed.error)}`);
};

/** Parses JSON; `where` names the file (and line) in the message. */
export const readJson = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadOperations(`${where} is not JSON: ${(cause as Error).message}`, { cause });
  }
};
