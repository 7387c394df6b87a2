import { setTimeout as delay } from 'node:timers/promises';
import type { Message } from '@aws-sdk/client-sqs';
import { type ParsedEvent, parseDeliveredEvent } from '@cartograph/events';
import { activeSpan, count, errorTypeOf, failSpan, type Logger, record } from '@cartograph/telemetry';
import { backOffMs } from './back-off.ts';
import { isDatabaseAway } from './database-away.ts';
import { onQueue, timedIntake } from './measures.ts';
import { inProcessSpan } from './process-span.ts';
import { hideFor, type Queue, receivesOf, sendToDeadLetters } from './queue-messages.ts';
import { type AnyReaction, type Intake, takeIn } from './take-in.ts';
import type { UnitOfWork } from './transaction.ts';

export type Settling = {
  readonly queue: Queue;
  readonly reactions: Readonly<Record<string, AnyReaction | undefined>>;
  readonly unitOfWork: UnitOfWork;
  readonly logger: Logger;
  /** How often a message is received before it becomes a dead letter with its last error as the reason. */
  readonly maxReceives: number;
  /** Aborted once the consumer is stopping. */
  readonly stopping: AbortSignal;
};

/** What is to be done with the message after it was looked at. It stays in the queue only when it is to come again. */
export type Settled = 'delete' | 'keep';

/** Takes one message in. Never throws: what went wrong comes again, later each time, and in the end is a dead letter. */
export const settleMessage = (settling: Settling, message: Message): Promise<Settled> => {
  const parsed = parseDeliveredEvent(message.Body ?? '');
  return inProcessSpan(settling.queue.queueUrl, parsed, () => settle(settling, message, parsed));
};

const settle = async (settling: Settling, message: Message, parsed: ParsedEvent): Promise<Settled> => {
  const { queue, logger } = settling;
  const { MessageId: messageId } = message;
  try {
    const intake = await timedIntake(queue.queueUrl, () => intakeOf(settling, parsed));
    activeSpan()?.setAttribute('cartograph.intake', intake.kind);
    if (intake.kind === 'impossible') return await bury(settling, message, intake.reason);
    if (intake.kind === 'early') return await comeAgain(settling, message, 'what it builds on never came');
    if (intake.kind === 'unreachable') await hideFor(queue, message, 0);
    return intake.kind === 'unreachable' ? 'keep' : 'delete';
  } catch (error) {
    failSpan(activeSpan(), errorTypeOf(error));
    logger.warn({ err: error, messageId, receives: receivesOf(message) }, 'an event could not be taken in');
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return comeAgain(settling, message, reason).catch((second: unknown) => {
      logger.warn({ err: second, messageId }, 'an event comes again only after its visibility time-out');
      return 'keep';
    });
  }
};

const intakeOf = async (settling: Settling, parsed: ParsedEvent): Promise<Intake | { kind: 'unreachable' }> => {
  if (!parsed.ok) return { kind: 'impossible', reason: parsed.reason };
  const { event } = parsed;
  const reaction = settling.reactions[event.name];
  if (!reaction) return { kind: 'impossible', reason: `nobody here reacts to ${event.name}` };
  for (let failures = 1; ; failures += 1) {
    try {
      const intake = await takeIn(settling.unitOfWork, reaction, event);
      const { name, aggregateId } = event;
      if (intake.kind === 'taken') noteLag(settling.queue.queueUrl, event.occurredAt);
      settling.logger.debug({ event: name, aggregateId, intake: intake.kind }, 'event taken in');
      return intake;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      // Not the event's fault: given back, it would use up its receives while the database restarts, and be a dead letter.
      if (settling.stopping.aborted) return { kind: 'unreachable' };
      settling.logger.warn({ err: error, failures }, 'the database is away, events wait for it');
      await delay(backOffMs(failures), undefined, { signal: settling.stopping }).catch(() => undefined);
    }
  }
};

const noteLag = (queueUrl: string, occurredAt: string): void => {
  // Two clocks: the one of the emitter's database, and ours.
  const seconds = Math.max(0, Date.now() - Date.parse(occurredAt)) / 1_000;
  record('cartograph.inbox.lag', seconds, onQueue(queueUrl, { name: 'process', type: 'process' }));
};

/** Hidden for 1, 2, 4 ... 120 s, by how often it was received: about six minutes in all with 10 receives. */
const comeAgain = async (settling: Settling, message: Message, reason: string): Promise<Settled> => {
  const receives = receivesOf(message);
  if (receives >= settling.maxReceives) {
    return bury(settling, message, `given up after ${receives} receives: ${reason}`);
  }
  await hideFor(settling.queue, message, Math.min(120, 2 ** Math.min(receives - 1, 10)));
  count('cartograph.inbox.retries', 1, onQueue(settling.queue.queueUrl, { name: 'process', type: 'process' }));
  return 'keep';
};

const bury = async ({ queue, logger }: Settling, message: Message, reason: string): Promise<Settled> => {
  failSpan(activeSpan(), 'dead_letter');
  await sendToDeadLetters(queue, message, reason);
  count('cartograph.dead_letters', 1, onQueue(queue.queueUrl, { name: 'process', type: 'process' }));
  logger.error({ messageId: message.MessageId, reason }, 'an event went to the dead letters');
  return 'delete';
};
