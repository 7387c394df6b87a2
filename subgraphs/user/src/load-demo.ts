import type { TaskConfig } from '@cartograph/config';
import { createUnitOfWork } from '@cartograph/outbox';
import { openDatabase, runTask } from '@cartograph/subgraph-server';
import type { Logger } from '@cartograph/telemetry';
import { readTaskConfig } from './config.ts';
import { argon2Passwords } from './passwords/argon2-passwords.ts';
import { openPrisma } from './persistence/open-prisma.ts';
import { prismaUsers } from './persistence/prisma-users.ts';
import { openDemoAccounts } from './use-cases/open-demo-accounts.ts';

/** Their events stay in the outbox until the subgraph itself runs. */
const nobodyToWake = () => undefined;

const loadDemo = async (config: TaskConfig, logger: Logger): Promise<void> => {
  const { pool, close } = openDatabase({ config, logger });
  const prisma = openPrisma(pool);
  try {
    const unitOfWork = createUnitOfWork({ transactions: prisma, onCommitted: nobodyToWake });
    const parts = { users: prismaUsers(prisma), passwords: await argon2Passwords(), unitOfWork };
    logger.info({ opened: await openDemoAccounts(parts)() }, 'demo accounts');
  } finally {
    await prisma.$disconnect();
    await close();
  }
};

await runTask({ name: 'user-demo', readConfig: readTaskConfig, run: loadDemo });
