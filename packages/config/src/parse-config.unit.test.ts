import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  BadConfig,
  checkTogether,
  databaseConfig,
  eventPathConfig,
  jsonText,
  parseConfig,
  processConfig,
} from './index.ts';

const schema = z.object({
  ...processConfig,
  ...databaseConfig,
  KEYS: jsonText(z.object({ keys: z.array(z.unknown()) })),
});

const failure = (environment: Record<string, string>): string => {
  try {
    parseConfig(schema, environment);
  } catch (error) {
    if (error instanceof BadConfig) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
};

describe('the configuration', () => {
  it('reports every problem at once', () => {
    expect(failure({ PORT: 'x', KEYS: '{' })).toMatch(/PORT[\s\S]*DATABASE_URL: is not set[\s\S]*KEYS: is not JSON/);
  });

  it('reports what is wrong with one because of another beside all others', () => {
    const either = checkTogether(schema, ({ DATABASE_URL, KEYS }, { addIssue }) => {
      if (DATABASE_URL === undefined || KEYS === undefined)
        addIssue({ code: 'custom', path: ['HOST'], message: 'needs both' });
    });
    expect(() => parseConfig(either, { PORT: 'x', HOST: 'h' })).toThrow(
      /PORT[\s\S]*DATABASE_URL[\s\S]*HOST: needs both/,
    );
  });

  it('never repeats a value, which may be a secret', () => {
    expect(failure({ PORT: '1', KEYS: '{}', DATABASE_URL: 'mysql://root:hunter2@db' })).not.toContain('hunter2');
  });

  it('has no fallback for an address', () => {
    const config = parseConfig(schema, {
      PORT: '4001',
      KEYS: '{"keys":[]}',
      DATABASE_URL: 'postgres://a:b@127.0.0.1/c',
    });
    expect(config).toMatchObject({ PORT: 4001, HOST: '127.0.0.1', KEYS: { keys: [] }, DATABASE_POOL_SIZE: 10 });
  });
});

describe('the settings of the event path', () => {
  const path = z.object(eventPathConfig);
  const addresses = {
    AWS_REGION: 'eu-central-1',
    EVENT_BUS_NAME: 'cartograph',
    EVENT_QUEUE_URL: 'http://127.0.0.1:1/q',
    EVENT_DEAD_LETTER_QUEUE_URL: 'http://127.0.0.1:1/d',
  };

  it('have defaults by which the inbox outlives what was sent', () => {
    expect(parseConfig(path, addresses)).toMatchObject({
      EVENT_CONCURRENCY: 8,
      EVENT_VISIBILITY_TIMEOUT_SECONDS: 30,
      OUTBOX_KEEP_DAYS: 7,
      INBOX_KEEP_DAYS: 30,
      IDEMPOTENCY_KEEP_DAYS: 30,
    });
  });

  it('are numbers in their bounds', () => {
    expect(() => parseConfig(path, { ...addresses, EVENT_CONCURRENCY: '0', INBOX_KEEP_DAYS: 'many' })).toThrow(
      /EVENT_CONCURRENCY[\s\S]*INBOX_KEEP_DAYS/,
    );
  });
});
