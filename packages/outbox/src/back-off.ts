/**
 * How long to wait after so many failures in a row: 50 ms doubling up to the cap, half of it chance, so that replicas
 * that failed together do not come back together. The cap is low on purpose: after an outage of 10 s nothing may lie
 * about for a minute, and one request every few seconds is no load for what is coming up again.
 */
export const backOffMs = (failures: number, capMs = 5_000): number =>
  Math.min(capMs, 50 * 2 ** Math.min(Math.max(failures - 1, 0), 20)) * (0.5 + Math.random() / 2);
