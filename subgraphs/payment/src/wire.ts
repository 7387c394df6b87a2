import { type AuditEntries, readAuditEntries } from '@cartograph/audit';
import {
  createUnitOfWork,
  pgStatements,
  pgTransactions,
  preparedStatements,
  startWayIn,
  startWayOut,
  type UnitOfWork,
} from '@cartograph/outbox';
import { personalRecords } from '@cartograph/personal-data';
import { openDatabase } from '@cartograph/subgraph-server';
import { type Logger, tracedDatabase } from '@cartograph/telemetry';
import { PrismaPg } from '@prisma/adapter-pg';
import { startAttemptWorker } from './attempts/attempt-worker.ts';
import { makeAttempt } from './attempts/make-attempt.ts';
import { settleAttempt } from './attempts/settle-attempt.ts';
import type { Config } from './config.ts';
import { PrismaClient } from './persistence/generated/client.ts';
import { heldOfPerson, personalTraces } from './persistence/personal-traces.ts';
import { createRepositories, type Repositories } from './persistence/repositories.ts';
import { createProviderClient } from './provider/ask-provider.ts';
import { createSandboxProvider } from './provider/sandbox-provider.ts';
import { createReactions } from './reactions/index.ts';
import { startAuthorizationSweeper } from './sweepers/authorization-sweeper.ts';
import { endOrder } from './use-cases/end-order.ts';
import { erasePerson } from './use-cases/erase-person.ts';
import { expireAuthorization } from './use-cases/expire-authorization.ts';
import { recordResult } from './use-cases/record-result.ts';
import { refundPayment } from './use-cases/refund-payment.ts';
import { requestCapture } from './use-cases/request-capture.ts';
import { requestPayment } from './use-cases/request-payment.ts';

/** Puts the parts together and starts those that run by themselves. `stop` ends them in the order of the work's way. */
export const wire = ({ config, logger }: { config: Config; logger: Logger }) => {
  const { pool, close } = openDatabase({ config, logger });
  const prisma = new PrismaClient({
    adapter: tracedDatabase(new PrismaPg(pool, preparedStatements)),
    errorFormat: 'minimal',
  });
  const wayOut = startWayOut({ config, pool, logger });
  const repositories = createRepositories(prisma, pgStatements(pool));
  const onCommitted = () => {
    wayOut.wake();
    work.wake();
  };
  const unitOfWork = createUnitOfWork({ transactions: pgTransactions(pool), onCommitted });
  const work = startWork({ repositories, unitOfWork, config, logger });
  const reactions = createReactions({
    requestPayment: requestPayment(repositories),
    requestCapture: requestCapture(repositories),
    endOrder: endOrder(repositories),
    erasePerson: erasePerson({ traces: personalTraces }),
  });
  const wayIn = startWayIn<'payment'>({ config, reactions, unitOfWork, logger });
  return {
    reads: repositories.reads,
    auditEntries: auditEntriesOf(prisma),
    unitOfWork,
    refundPayment: refundPayment(repositories),
    personalRecords: personalRecords(prisma, heldOfPerson),
    isReady: async () => void (await pool.query('SELECT 1')),
    stop: async () => {
      await wayIn.stop();
      await work.stop();
      await wayOut.stop();
      await prisma.$disconnect();
      await close();
    },
  };
};

const auditEntriesOf =
  (prisma: PrismaClient): AuditEntries =>
  (page) =>
    readAuditEntries(prisma, page);

type Parts = { repositories: Repositories; unitOfWork: UnitOfWork; config: Config; logger: Logger };

/** What is done without being asked: calls to the provider, and the end of what was held too long. */
const startWork = ({ repositories, unitOfWork, config, logger }: Parts) => {
  const provider = createProviderClient(config);
  const { attempts, payments } = repositories;
  const settle = settleAttempt({
    makeAttempt: makeAttempt(createSandboxProvider(provider.ask)),
    recordResult: recordResult(repositories),
    attempts,
    unitOfWork,
    logger,
  });
  const worker = startAttemptWorker({ attempts, settle, leaseSeconds: config.ATTEMPT_LEASE_SECONDS, logger });
  const sweeper = startAuthorizationSweeper({
    payments,
    expireAuthorization: expireAuthorization(repositories),
    unitOfWork,
    logger,
    settings: {
      deadlineSeconds: config.AUTHORIZATION_DEADLINE_SECONDS,
      intervalSeconds: config.SWEEP_INTERVAL_SECONDS,
    },
  });
  return {
    wake: worker.wake,
    stop: async () => {
      await sweeper.stop();
      await worker.stop();
      await provider.close();
    },
  };
};
