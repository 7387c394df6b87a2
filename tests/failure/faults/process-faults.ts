import { setTimeout as delay } from 'node:timers/promises';
import type { Supergraph } from '@cartograph/testing';
import type { Random } from '../../support/random.ts';
import type { Fault } from './fault.ts';

const postgresAwayMs = 1_500;
const longestDeathMs = 400;

/** A kill -9 of each process of the stack, and PostgreSQL stopped as its operator stops it. */
export const processFaults = ({ stack }: Supergraph, random: Random): Fault[] => [
  ...Object.keys(stack.pids()).map((name) => ({
    name: `${name} is killed`,
    strike: async () => {
      await stack.kill(name);
      await delay(random.below(longestDeathMs));
      await stack.restart(name);
    },
  })),
  {
    name: 'PostgreSQL is stopped and started',
    strike: async () => {
      // SIGINT is PostgreSQL's fast shutdown: running transactions are rolled back and clients cut off.
      await stack.kill('postgres', 'SIGINT');
      await delay(postgresAwayMs);
      await stack.restart('postgres');
    },
  },
];
