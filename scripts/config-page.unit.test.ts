import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configTable } from './config-page.ts';

const table = (shape: Record<string, z.ZodType>): string =>
  configTable('config.ts', shape).split('\n').slice(2).join('\n');

describe('the table of variables', () => {
  it('says of each what it looks like, whether it must be set, and what it means', () => {
    const shape = {
      PORT: z.coerce.number().int().min(0).max(65_535).describe('Where it listens.'),
      MODE: z.enum(['on', 'off']).default('on').describe('This | that.'),
      AN_URL: z.url().optional().describe('An address.'),
      LATER: z.string().describe('Said inside.').optional(),
    };
    expect(table(shape)).toBe(
      [
        '| `AN_URL` | URL |  | An address. |',
        '| `LATER` | text |  | Said inside. |',
        '| `MODE` | `on`, `off` | `on` | This \\| that. |',
        '| `PORT` | whole number, from 0 to 65535 | **required** | Where it listens. |',
      ].join('\n'),
    );
  });

  it('is refused for a variable that says nothing of itself', () => {
    expect(() => table({ SILENT: z.string() })).toThrow("config.ts: say what SILENT means by .describe('...').");
  });
});
