import type { Outcome, Transaction } from '@cartograph/outbox';
import type { EndOrder } from '../use-cases/end-order.ts';
import type { ErasePerson } from '../use-cases/erase-person.ts';
import type { RequestCapture } from '../use-cases/request-capture.ts';
import type { RequestPayment } from '../use-cases/request-payment.ts';

type Command<Input> = (tx: Transaction, command: Input) => Promise<Outcome>;

/** What the reactions call. */
export type PaymentCommands = {
  readonly requestPayment: Command<RequestPayment>;
  readonly requestCapture: Command<RequestCapture>;
  readonly endOrder: Command<EndOrder>;
  readonly erasePerson: Command<ErasePerson>;
};
