import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { busName, consumerRoutes, subgraphNames } from '@cartograph/events';
import type { Supergraph } from '@cartograph/testing';
import { queueVariables } from '../../src/queue-variables.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export type Ran = { code: number; stdout: string; stderr: string };

/** What an operator would set to reach AWS, pointed at the test's stack. */
const environmentOf = ({ stack: { facts } }: Supergraph): Record<string, string> => ({
  PATH: '/usr/bin:/bin',
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_EVENTBRIDGE: facts.eventBridgeUrl,
  AWS_ENDPOINT_URL_SQS: facts.sqsUrl,
  EVENT_BUS_NAME: busName,
  EVENT_ARCHIVE_ARN: `arn:aws:events:eu-central-1:000000000000:archive/${busName}`,
  ...Object.fromEntries(
    subgraphNames.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, facts.databaseUrls[name] ?? '']),
  ),
  ...Object.fromEntries(
    consumerRoutes().flatMap(({ consumer, queueName, deadLetterQueueName }) => {
      const names = queueVariables(consumer);
      return [
        [names.queue, queueUrlOf(facts.sqsUrl, queueName)],
        [names.deadLetters, queueUrlOf(facts.sqsUrl, deadLetterQueueName)],
      ];
    }),
  ),
});

export const queueUrlOf = (sqsUrl: string, name: string): string => `${sqsUrl}/000000000000/${name}`;

/** Runs the command as an operator does. */
export const runEvents = (supergraph: Supergraph, ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: environmentOf(supergraph) }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });

/** The JSON that the command answers. Throws with its complaint when it fails. */
export const askEvents = async <Answer>(supergraph: Supergraph, ...args: string[]): Promise<Answer> => {
  const { code, stdout, stderr } = await runEvents(supergraph, ...args, '--json');
  if (code !== 0) throw new Error(`events ${args.join(' ')} ended ${code}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
};

/** Starts a command that goes on until Ctrl-C. */
export const startEvents = (supergraph: Supergraph, ...args: string[]) => {
  const child = spawn(process.execPath, [program, ...args], { env: environmentOf(supergraph) });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return {
    said: () => said,
    /** Presses Ctrl-C. Returns the code it ends with. */
    interrupt: async (): Promise<number | null> => {
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGINT');
      return (await ended)[0];
    },
  };
};
