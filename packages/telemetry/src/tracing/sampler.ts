import type { Context, SpanContext } from '@opentelemetry/api';
import type { Sampler } from '@opentelemetry/sdk-trace';

export type SamplerOptions = {
  /** Of so many traces that begin here one is recorded: 1 is all, 0.1 every tenth. */
  readonly ratio: number;
  /** The parent in a context. */
  readonly parentOf: (context: Context) => SpanContext | undefined;
  /** The key of a context that marks its parent as a stranger's. */
  readonly strangers: symbol;
};

const record = { decision: 2 as const };
const leaveOut = { decision: 0 as const };

/**
 * Records what its parent records, so that a trace is whole or not there at all. Where a trace begins, or comes in from a
 * stranger, chance decides: neither a flag nor a well-chosen trace id of theirs has anything recorded, or hidden.
 */
export const createSampler = ({ ratio, parentOf, strangers }: SamplerOptions): Sampler => ({
  shouldSample: (context) => {
    const parent = context.getValue(strangers) === true ? undefined : parentOf(context);
    const isRecorded = parent ? (parent.traceFlags & 1) === 1 : Math.random() < ratio;
    return isRecorded ? record : leaveOut;
  },
  toString: () => `cartograph(${ratio})`,
});
