import { setTimeout as delay } from 'node:timers/promises';
import {
  CancelReplayCommand,
  DescribeReplayCommand,
  type DescribeReplayResponse,
  type EventBridgeClient,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import { CannotDo } from '../terminal/complaints.ts';
import type { ReplayOrder } from './replay-order.ts';

export type ReplayRun = {
  readonly eventBridge: EventBridgeClient;
  readonly replayName: string;
  readonly archiveArn: string;
  readonly busArn: string;
  readonly ruleArns: readonly string[];
  /** Aborted, the replay is cancelled; what it replayed until then stays replayed. */
  readonly interrupted: AbortSignal;
  /** Told whenever the replay came further. */
  readonly progress: (state: string, lastReplayed: Date | undefined) => void;
};

const everyMs = 500;

/** Starts a replay and follows it to its end. Throws CannotDo when it ends other than COMPLETED. */
export const runReplay = async (run: ReplayRun, { from, to }: ReplayOrder): Promise<DescribeReplayResponse> => {
  const { eventBridge, replayName, archiveArn, busArn, ruleArns } = run;
  await eventBridge.send(
    new StartReplayCommand({
      ReplayName: replayName,
      EventSourceArn: archiveArn,
      EventStartTime: from,
      EventEndTime: to,
      Destination: { Arn: busArn, ...(ruleArns.length > 0 && { FilterArns: [...ruleArns] }) },
    }),
  );
  const ended = await followToEnd(run);
  if (ended.State === 'COMPLETED') return ended;
  throw new CannotDo(
    `The replay ${replayName} ended ${ended.State}${ended.StateReason ? `: ${ended.StateReason}` : ''}.`,
  );
};

const followToEnd = async (run: ReplayRun): Promise<DescribeReplayResponse> => {
  const { eventBridge, replayName, interrupted, progress } = run;
  let isCancelled = false;
  for (let shown = ''; ; ) {
    const replay = await eventBridge.send(new DescribeReplayCommand({ ReplayName: replayName }));
    const { State = 'STARTING', EventLastReplayedTime: last } = replay;
    const news = `${State} ${last?.toISOString()}`;
    if (news !== shown) progress(State, last);
    shown = news;
    if (['COMPLETED', 'CANCELLED', 'FAILED'].includes(State)) return replay;
    if (interrupted.aborted && !isCancelled) {
      isCancelled = true;
      await cancel(run);
    }
    await delay(everyMs, undefined, isCancelled ? {} : { signal: interrupted }).catch(() => undefined);
  }
};

const cancel = async ({ eventBridge, replayName }: ReplayRun): Promise<void> => {
  try {
    await eventBridge.send(new CancelReplayCommand({ ReplayName: replayName }));
  } catch (error) {
    // It came to its end in the meantime.
    if (!(error instanceof Error && error.name === 'IllegalStatusException')) throw error;
  }
};
