import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { queueVariables } from './queue-variables.ts';
import { CannotDo } from './terminal/complaints.ts';

const queue = z.object({
  subgraph: z.enum(['product', 'order', 'user', 'payment', 'gateway']),
  queueUrl: z.string(),
  deadLetterQueueUrl: z.string(),
});
const runningStack = z.object({
  pid: z.number(),
  databases: z.object({ product: z.string(), order: z.string(), user: z.string(), payment: z.string() }),
  events: z.object({
    region: z.string(),
    eventBridgeUrl: z.string(),
    sqsUrl: z.string(),
    busName: z.string(),
    archiveArn: z.string(),
    queues: z.array(queue),
  }),
});

const runningFile = fileURLToPath(new URL('../../../.cartograph/running.json', import.meta.url));

const nothingRuns =
  'Nothing runs here: start it with "npx pnpm@12.21.0 start" in another terminal, or set EVENT_BUS_NAME and what else docs/events-operations.md names.';

/** What the running `start` says of itself, as the environment variables that AWS would be reached by. Throws CannotDo. */
export const runningVariables = (file = runningFile): Readonly<Record<string, string>> => {
  const { databases, events } = readRunning(file);
  const queues = events.queues.flatMap(({ subgraph, queueUrl, deadLetterQueueUrl }) => {
    const names = queueVariables(subgraph);
    return [
      [names.queue, queueUrl],
      [names.deadLetters, deadLetterQueueUrl],
    ];
  });
  return {
    PRODUCT_DATABASE_URL: databases.product,
    ORDER_DATABASE_URL: databases.order,
    USER_DATABASE_URL: databases.user,
    PAYMENT_DATABASE_URL: databases.payment,
    AWS_REGION: events.region,
    AWS_ENDPOINT_URL_EVENTBRIDGE: events.eventBridgeUrl,
    AWS_ENDPOINT_URL_SQS: events.sqsUrl,
    EVENT_BUS_NAME: events.busName,
    EVENT_ARCHIVE_ARN: events.archiveArn,
    ...(Object.fromEntries(queues) as Record<string, string>),
  };
};

const readRunning = (file: string): z.output<typeof runningStack> => {
  try {
    const running = runningStack.parse(JSON.parse(readFileSync(file, 'utf8')));
    // Left behind by a start that was killed, the file names a process that is gone.
    process.kill(running.pid, 0);
    return running;
  } catch {
    throw new CannotDo(nothingRuns);
  }
};
