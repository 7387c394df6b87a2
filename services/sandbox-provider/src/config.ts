import { parseConfig, processConfig } from '@cartograph/config';
import { z } from 'zod';

const schema = z.object({
  ...processConfig,
  /** A folder of its own; made if missing. */
  SANDBOX_DATA_DIR: z.string().min(1),
  /** What clients send as Bearer. */
  SANDBOX_API_KEY: z.string().min(16),
});

export type Config = z.output<typeof schema>;

/** Reads the process's environment. Throws BadConfig naming everything that is missing. */
export const readConfig = (): Config => parseConfig(schema, process.env);
