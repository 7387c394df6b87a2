/** Allows as many retries as it has tokens. */
export type RetryBudget = {
  /** Tells of a first attempt: each adds a part of a token. */
  readonly earn: () => void;
  /** Takes a token; false when there is none. */
  readonly spend: () => boolean;
};

/** As many may be saved: an address that goes away after quiet hours must not let a wave of retries loose. */
const most = 10;

/**
 * A token bucket: of a hundred requests `percent` may be sent again, and a few more after a pause. Where everything fails,
 * retries add that share to the load of a subgraph in trouble, and never double it.
 */
export const createRetryBudget = (percent: number): RetryBudget => {
  let tokens = most;
  return {
    earn: () => {
      tokens = Math.min(most, tokens + percent / 100);
    },
    spend: () => {
      // Parts add up with an error: ten tenths are one.
      if (tokens < 1 - 1e-9) return false;
      tokens -= 1;
      return true;
    },
  };
};
