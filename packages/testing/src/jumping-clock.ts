import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** The clock of one database, which a test moves. */
export type JumpingClock = {
  /** Moves it by so many seconds, forward or back, for every session at once. */
  jump: (seconds: number) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * PostgreSQL looks for `clock_timestamp()` and `now()` along the search path, and pg_catalog stands first in it only as
 * long as it is not named. So statements under test are those of production, to the letter; defaults of columns were
 * bound when their table was made and are bound anew.
 */
const install = `
  CREATE SCHEMA jumping_clock;
  CREATE TABLE jumping_clock.ahead (by interval NOT NULL);
  INSERT INTO jumping_clock.ahead VALUES ('0');
  CREATE FUNCTION jumping_clock.clock_timestamp() RETURNS timestamptz VOLATILE LANGUAGE sql
    RETURN pg_catalog.clock_timestamp() + (SELECT by FROM jumping_clock.ahead);
  CREATE FUNCTION jumping_clock.now() RETURNS timestamptz STABLE LANGUAGE sql
    RETURN pg_catalog.now() + (SELECT by FROM jumping_clock.ahead);
  DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_default = 'CURRENT_TIMESTAMP'
    LOOP EXECUTE format('ALTER TABLE public.%I ALTER %I SET DEFAULT jumping_clock.now()', c.table_name, c.column_name);
    END LOOP;
    EXECUTE format('ALTER DATABASE %I SET search_path = jumping_clock, pg_catalog, public', current_database());
  END $$`;

const sessionsOfOthers = `
  SELECT 1 FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;

/**
 * Whoever migrated the database has closed the connection, and PostgreSQL ends its session a moment later: on a busy machine that is
 * seen. What PostgreSQL does there by itself (autovacuum) has no use for a clock.
 */
const untilAlone = async (client: pg.Client, patienceMs: number): Promise<void> => {
  const endMs = performance.now() + patienceMs;
  while ((await client.query(sessionsOfOthers)).rows.length > 0) {
    if (performance.now() > endMs) throw new Error('the clock must be installed before anything else connects');
    await delay(10);
  }
};

/** Gives a database a clock that can jump. Throws when sessions are open and stay so: they would keep the old one. */
export const installJumpingClock = async (
  databaseUrl: string,
  { patienceMs = 5_000 }: { patienceMs?: number } = {},
): Promise<JumpingClock> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await untilAlone(client, patienceMs);
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.query(install);
  return {
    jump: async (seconds) =>
      void (await client.query("UPDATE jumping_clock.ahead SET by = by + $1 * interval '1 second'", [seconds])),
    close: () => client.end(),
  };
};
