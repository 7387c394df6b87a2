import { Writable } from 'node:stream';
import { createLogger } from '@cartograph/telemetry';

export type LogLine = { level: string; msg: string } & Record<string, unknown>;

/** A real logger whose lines a test can read. */
export const watchedLog = () => {
  const lines: LogLine[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(JSON.parse(chunk.toString()) as LogLine);
      done();
    },
  });
  return { lines, logger: createLogger({ service: 'test', level: 'debug' }, stream) };
};
