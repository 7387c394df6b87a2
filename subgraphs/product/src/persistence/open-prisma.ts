import { preparedStatements } from '@cartograph/outbox';
import { tracedDatabase } from '@cartograph/telemetry';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client.ts';

/** A Prisma client on the process's one pool. Whoever opened the pool closes it. Its longer errors print what was to be written. */
export const openPrisma = (pool: Pool): PrismaClient =>
  new PrismaClient({ adapter: tracedDatabase(new PrismaPg(pool, preparedStatements)), errorFormat: 'minimal' });
