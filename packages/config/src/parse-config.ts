import type { z } from 'zod';

/** Thrown at start with every problem at once; its message is meant for the person who starts the process. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

/**
 * Reads a configuration from environment variables. There are no fallbacks for addresses or secrets: what is missing
 * is named. Values never appear in the message, as they may be secret.
 */
export const parseConfig = <Schema extends z.ZodType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<Schema> => {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.map(String).join('.');
    return environment[name] === undefined ? `  ${name}: is not set` : `  ${name}: ${issue.message}`;
  });
  throw new BadConfig(`The environment is not complete. Set these variables:\n${problems.join('\n')}`);
};
