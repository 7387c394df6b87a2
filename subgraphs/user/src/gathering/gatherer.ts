import { createHash } from 'node:crypto';
import { systemCause, type UnitOfWork } from '@cartograph/outbox';
import type { Logger } from '@cartograph/telemetry';
import type { AwaitedPart, AwaitedParts } from '../use-cases/people/data-request-ports.ts';
import type { endOverdueExports } from '../use-cases/people/end-overdue-exports.ts';
import type { receivePart } from '../use-cases/people/receive-part.ts';
import type { FetchPart } from './fetch-part.ts';

export type GathererOptions = {
  readonly parts: AwaitedParts;
  readonly fetchPart: FetchPart;
  readonly receivePart: ReturnType<typeof receivePart>;
  readonly endOverdueExports: ReturnType<typeof endOverdueExports>;
  readonly unitOfWork: UnitOfWork;
  readonly logger: Logger;
  readonly intervalMs: number;
};

const partsAtOnce = 4;
/** Longer than fetching a part of many pages takes; a part that was fetched twice is kept once. */
const leaseSeconds = 120;
const overdueAtOnce = 20;

/**
 * Fetches the parts of exports, outside any transaction, and ends what is overdue. What a killed process left is taken
 * up by the next one once its lease has ended. `stop` finishes what is in hand.
 */
export const startGatherer = (options: GathererOptions): { stop: () => Promise<void> } => {
  const { parts, unitOfWork, logger, intervalMs } = options;
  let isStopping = false;
  let wake: () => void = () => undefined;
  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, intervalMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const turn = async (): Promise<boolean> => {
    const claimed = await parts.claim(partsAtOnce, leaseSeconds);
    await Promise.all(claimed.map((part) => gather(options, part)));
    const ended = await unitOfWork(systemCause(crypto.randomUUID()), (tx) =>
      options.endOverdueExports(tx, { limit: overdueAtOnce }),
    );
    if (ended > 0) logger.info({ ended }, 'exports were overdue or expired');
    return claimed.length > 0;
  };
  const run = async () => {
    while (!isStopping) {
      const hasMore = await turn().catch((error: unknown) => {
        logger.warn({ err: error }, 'exports could not be looked after, it is tried again');
        return false;
      });
      if (!hasMore && !isStopping) await sleep();
    }
  };
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      wake();
      await running;
    },
  };
};

const gather = async ({ parts, fetchPart, receivePart, unitOfWork, logger }: GathererOptions, part: AwaitedPart) => {
  const { requestId, subgraph, userId, correlationId, attempts } = part;
  try {
    const records = await fetchPart(subgraph, userId, correlationId);
    const content = `[${records.join(',')}]`;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const received = { requestId, subgraph, recordCount: records.length, content, sha256 };
    await unitOfWork(systemCause(correlationId), (tx) => receivePart(tx, received));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.warn({ requestId, subgraph, reason }, 'a part of an export could not be had, it is tried again');
    await parts.postpone(part, {
      delaySeconds: Math.min(300, 2 ** Math.min(attempts - 1, 10)),
      reason: reason.slice(0, 500),
    });
  }
};
