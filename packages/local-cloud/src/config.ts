import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535).default(0);

const environment = z.object({
  LOCAL_CLOUD_DATA_DIR: z.string().min(1),
  LOCAL_CLOUD_EVENTBRIDGE_PORT: port,
  LOCAL_CLOUD_SQS_PORT: port,
  AWS_REGION: z.string().min(1).default('eu-central-1'),
});

export type Config = { dataDir: string; eventBridgePort: number; sqsPort: number; region: string };

/** Reads the environment. @throws Error naming every variable that is wrong */
export function parseConfig(variables: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) throw new Error(`The environment is wrong:\n${z.prettifyError(parsed.error)}`);
  const { LOCAL_CLOUD_DATA_DIR, LOCAL_CLOUD_EVENTBRIDGE_PORT, LOCAL_CLOUD_SQS_PORT, AWS_REGION } = parsed.data;
  return {
    dataDir: LOCAL_CLOUD_DATA_DIR,
    eventBridgePort: LOCAL_CLOUD_EVENTBRIDGE_PORT,
    sqsPort: LOCAL_CLOUD_SQS_PORT,
    region: AWS_REGION,
  };
}

export const config = (): Config => parseConfig(process.env);
