import type { Logger } from '@cartograph/telemetry';
import type { Pool } from 'pg';
import { backOffMs } from './back-off.ts';
import { createPace } from './pace.ts';
import { createPause } from './pause.ts';
import type { Bus } from './publish.ts';
import { createRelayConnection } from './relay-connection.ts';
import { relayTurn, type Turn } from './relay-turn.ts';

export type RelayOptions = Bus & {
  /** Tells where the database is; the relay opens a connection of its own. */
  pool: Pool;
  logger: Logger;
  /** How often to look without being woken: the net for what a crash left behind. */
  pollIntervalMs?: number;
};

/** Under load a turn takes the events of several commits: it costs as much as for one. */
const apartMs = 10;
/** Where even a turn takes long there is little to spare: it rests for as long, up to this, and the next one takes more. */
const longestApartMs = 80;

/** The way out: `wake` after a commit, `stop` finishes the batch in hand. */
export type Relay = { wake: () => void; stop: () => Promise<void> };

/**
 * Starts the relay from the outbox to the bus. Several may run at once: each locks the aggregates it sends, so in the
 * normal case nothing is sent twice, and after a crash what was sent but not marked is sent again (consumers have an inbox).
 */
export const startRelay = ({ pool, logger, pollIntervalMs = 1_000, ...bus }: RelayOptions): Relay => {
  const connection = createRelayConnection(pool, logger);
  const pause = createPause();
  const pace = createPace(apartMs);
  let isStopping = false;
  let isWoken = false;
  let isHeldOff = false;
  let failures = 0;
  let restMs = apartMs;

  const afterTurn = async (turn: Turn): Promise<void> => {
    if (turn.kind !== 'outage') failures = 0;
    if (isStopping || turn.kind === 'moved') return;
    if (turn.kind === 'idle') return isWoken ? undefined : pause.for(Math.min(pollIntervalMs, turn.dueInMs));
    failures += 1;
    logger.warn({ failures, reason: turn.reason }, 'events could not be sent, they are sent again soon');
    // Not to be cut short by commits: each would be one more request to a bus in trouble.
    isHeldOff = true;
    await pause.for(backOffMs(failures));
    isHeldOff = false;
  };

  const run = async () => {
    while (!isStopping) {
      await pace(restMs);
      isWoken = false;
      const begunAt = performance.now();
      const turn = await relayTurn({ connection, bus, logger, isProbe: failures > 0 });
      // Not with a backlog: it fills the next turn by itself.
      restMs = turn.kind === 'idle' ? Math.min(longestApartMs, 2 * (performance.now() - begunAt)) : apartMs;
      await afterTurn(turn);
    }
    await connection.close();
  };
  const running = run();

  return {
    wake: () => {
      isWoken = true;
      if (!isHeldOff) pause.end();
    },
    stop: async () => {
      isStopping = true;
      pause.end();
      await running;
    },
  };
};
