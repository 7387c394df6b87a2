import { systemCause, type Transaction, type UnitOfWork } from '@cartograph/outbox';
import type { Logger } from '@cartograph/telemetry';
import type { Payment } from '../domain/payment.ts';
import type { Payments } from '../use-cases/ports.ts';

type Held = Pick<Payment, 'id' | 'orderId'>;

export type AuthorizationSweeperOptions = {
  payments: Pick<Payments, 'findHeldLongerThan'>;
  expireAuthorization: (tx: Transaction, held: Held) => Promise<boolean>;
  unitOfWork: UnitOfWork;
  logger: Logger;
  settings: { readonly deadlineSeconds: number; readonly intervalSeconds: number };
};

const paymentsPerTurn = 100;

/** Lets go, now and then, what was held past the deadline: money never stays held without an order. */
export const startAuthorizationSweeper = (options: AuthorizationSweeperOptions): { stop: () => Promise<void> } => {
  const { logger, settings } = options;
  let running: Promise<void> = Promise.resolve();
  const turn = () => {
    // A turn that takes longer than the interval is waited for, not doubled.
    running = running
      .then(() => sweep(options))
      .catch((error: unknown) => logger.warn({ err: error }, 'a sweep failed'));
  };
  turn();
  const timer = setInterval(turn, settings.intervalSeconds * 1_000);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};

const sweep = async ({ payments, expireAuthorization, unitOfWork, logger, settings }: AuthorizationSweeperOptions) => {
  for (const held of await payments.findHeldLongerThan(settings.deadlineSeconds, paymentsPerTurn)) {
    const isExpired = await unitOfWork(systemCause(crypto.randomUUID()), (tx) => expireAuthorization(tx, held));
    logger.info({ paymentId: held.id, isExpired }, 'an authorisation passed its deadline');
  }
};
