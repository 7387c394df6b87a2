import { describe, expect, it } from 'vitest';
import { explainStartFailure } from './explain-start-failure.ts';

const place = { what: 'PostgreSQL', dataDir: '/shop/data', ports: '5432' };
const explained = (failure: unknown) => (explainStartFailure(failure, place) as Error).message;

describe('a start that failed', () => {
  it.each([
    ['a taken port', Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), 'choose another port'],
    ['a port taken from PostgreSQL', new Error('could not bind IPv4: Address already in use'), 'port 5432'],
    ['a full disk', Object.assign(new Error('write'), { code: 'ENOSPC' }), 'the disk with /shop/data is full'],
    ['a disk too full for SQLite', new Error('database or disk is full'), 'free some space'],
    ['a closed folder', Object.assign(new Error('mkdir'), { code: 'EACCES' }), 'cannot write in /shop/data'],
    ['a folder of somebody else', new Error('data directory has wrong ownership'), 'chown -R'],
  ])('by %s names the cure', (_, failure, cure) => {
    expect(explained(failure)).toContain(cure);
  });

  it('for another reason says that reason', () => {
    const failure = new Error('in use by process 7');
    expect(explainStartFailure(failure, place)).toBe(failure);
  });
});
