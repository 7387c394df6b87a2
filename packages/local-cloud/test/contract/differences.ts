import type { TargetName } from './target.ts';

/** A clause that a target does not keep, and why. */
export type Difference = { clause: string; target: TargetName; reason: string };

/** Each is tried: a difference that is gone fails the suite. DIFFERENCES.md has the same lines for people. */
export const differences: Difference[] = [
  {
    clause: 'rule-scheduled',
    target: 'local-cloud',
    reason: 'local-cloud refuses schedules: the shop has none, and a rule that never fires would deceive',
  },
  {
    clause: 'entry-unknown-bus',
    target: 'local-cloud',
    reason: 'local-cloud refuses such an entry: a misspelt bus shows at once instead of losing events',
  },
  {
    clause: 'entry-unknown-bus',
    target: 'moto',
    reason: 'moto refuses the whole request with ResourceNotFoundException',
  },
  { clause: 'bus-with-rules-stays', target: 'moto', reason: 'moto deletes the bus with its rules' },
  { clause: 'rule-disabled', target: 'moto', reason: 'moto keeps the state of a rule but sends by it all the same' },
  { clause: 'targets-limited', target: 'moto', reason: 'moto knows no limit of targets' },
  { clause: 'retry-policy-limited', target: 'moto', reason: 'moto keeps a retry policy without looking at it' },
  { clause: 'event-account', target: 'moto', reason: 'moto leaves the account out of delivered events' },
  { clause: 'entry-detail-object', target: 'moto', reason: 'moto accepts a detail of any JSON and warns' },
  { clause: 'entry-reserved-source', target: 'moto', reason: 'moto lets anybody speak as aws.*' },
  { clause: 'request-not-empty', target: 'moto', reason: 'moto accepts a request without entries' },
  { clause: 'request-size', target: 'moto', reason: 'moto knows no limit of size' },
  {
    clause: 'event-dead-letter',
    target: 'moto',
    reason: 'moto answers PutEvents with an error when the queue is missing, and has no dead letters',
  },
  { clause: 'pattern array of objects', target: 'moto', reason: 'moto does not look into arrays of objects' },
  {
    clause: 'pattern operators checked',
    target: 'moto',
    reason: 'moto checks the shape of a pattern, not its operators',
  },
  { clause: 'pattern tested', target: 'moto', reason: 'moto does not implement TestEventPattern' },
  {
    clause: 'archive-pattern-changed',
    target: 'moto',
    reason: 'moto shows the new pattern and goes on archiving by the old one',
  },
  { clause: 'replay-last-time', target: 'moto', reason: 'moto does not say EventLastReplayedTime' },
  { clause: 'replay-period', target: 'moto', reason: 'moto replays the whole archive, whatever the period' },
  { clause: 'replay-in-order', target: 'moto', reason: 'moto replays in the order of arrival' },
  { clause: 'replay-to-rules', target: 'moto', reason: 'moto ignores Destination.FilterArns' },
  {
    clause: 'replay-completed-stays',
    target: 'moto',
    reason: 'moto replays before it answers, so that it lets completed replays be cancelled',
  },
  { clause: 'pages-of-archives', target: 'moto', reason: 'moto lists archives on one page' },
  { clause: 'pages-of-replays', target: 'moto', reason: 'moto lists replays on one page' },
  { clause: 'page-size-limited', target: 'moto', reason: 'moto takes any page size' },
];
