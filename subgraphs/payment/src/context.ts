import type { AuditEntries } from '@cartograph/audit';
import type { UnitOfWork } from '@cartograph/outbox';
import type { PersonalRecords } from '@cartograph/personal-data';
import type { SubgraphRequest } from '@cartograph/subgraph-server';
import type { Loaders } from './graphql/loaders.ts';
import type { refundPayment } from './use-cases/refund-payment.ts';

/** What a resolver has at hand for the time of one request. */
export type Context = SubgraphRequest & {
  readonly loaders: Loaders;
  readonly auditEntries: AuditEntries;
  readonly unitOfWork: UnitOfWork;
  readonly refundPayment: ReturnType<typeof refundPayment>;
  readonly personalRecords: PersonalRecords;
};
