import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { preparedStatements } from '../../src/prepared-statements.ts';
import type { TransactionalClient } from '../../src/unit-of-work.ts';

type Client = TransactionalClient & { $disconnect(): Promise<void> };

/**
 * A real Prisma client: this package sees clients only through what it needs of them, so any subgraph's will do. It is
 * named at run time, as no package may depend on a subgraph.
 */
export const openPrisma = async (pool: Pool): Promise<Client> => {
  const generated = new URL('../../../../subgraphs/order/src/persistence/generated/client.ts', import.meta.url).href;
  const { PrismaClient } = (await import(generated)) as { PrismaClient: new (options: object) => Client };
  return new PrismaClient({ adapter: new PrismaPg(pool, preparedStatements) });
};
