/**
 * What a killed process had in hand comes again after its visibility time-out. These settings make that seconds, so that
 * a test need not wait for half a minute.
 */
export const impatient = Object.fromEntries(
  ['order', 'product', 'payment', 'user'].map((name) => [name, { EVENT_VISIBILITY_TIMEOUT_SECONDS: '5' }]),
);
