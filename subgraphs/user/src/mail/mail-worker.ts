import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@cartograph/telemetry';
import type { MailJob, MailJobs } from '../use-cases/identity-ports.ts';

export type MailWorkerOptions = {
  readonly mailJobs: Pick<MailJobs, 'claim' | 'finish'>;
  /** Writes and sends the mail of a job; rejects when it could not be handed over. */
  readonly deliver: (job: MailJob) => Promise<void>;
  readonly logger: Logger;
  readonly pollIntervalMs?: number;
};

/** A day of tries: then whoever waited for it has asked again. */
const maxAttempts = 30;

/** Sends what is due, one after the other, woken after a commit and polling as the net. `stop` ends after the one in hand. */
export const startMailWorker = ({ mailJobs, deliver, logger, pollIntervalMs = 1_000 }: MailWorkerOptions) => {
  let isStopping = false;
  let pause = new AbortController();

  const work = async (job: MailJob) => {
    try {
      await deliver(job);
    } catch (error) {
      // The error of a mail server repeats the address: only its kind is logged.
      const reason = error instanceof Error ? String('code' in error ? error.code : error.name) : 'unknown';
      logger.warn({ mailJobId: job.id, kind: job.kind, attempts: job.attempts, reason }, 'a mail could not be sent');
      if (job.attempts < maxAttempts) return;
      logger.error({ mailJobId: job.id, kind: job.kind }, 'a mail is given up');
    }
    await mailJobs.finish(job.id);
  };

  const workOff = async () => {
    for (let job = await mailJobs.claim(); job !== null; job = await mailJobs.claim()) {
      await work(job);
      if (isStopping) return;
    }
  };

  const run = async () => {
    while (!isStopping) {
      await workOff().catch((error: unknown) => logger.warn({ err: error }, 'no mails could be claimed, tried again'));
      if (isStopping) return;
      await delay(pollIntervalMs, undefined, { signal: pause.signal }).catch(() => undefined);
      pause = new AbortController();
    }
  };
  const running = run();

  return {
    wake: () => pause.abort(),
    stop: async () => {
      isStopping = true;
      pause.abort();
      await running;
    },
  };
};
