/** The pages of docs/runbooks: an alarm without one cannot be written. */
export type Runbook =
  | 'cpu-high'
  | 'requests-fail'
  | 'requests-slow'
  | 'dead-letters'
  | 'queue-old'
  | 'outbox-old'
  | 'saga-old'
  | 'database-storage'
  | 'database-connections'
  | 'cache-memory'
  | 'notifications-fail'
  | 'canary-cannot-buy';
