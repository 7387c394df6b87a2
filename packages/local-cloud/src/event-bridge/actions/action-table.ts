import type { Action } from './action.ts';
import { createArchive, deleteArchive, describeArchive, listArchives, updateArchive } from './archives.ts';
import { createEventBus, deleteEventBus, describeEventBus, listEventBuses } from './buses.ts';
import { putEvents } from './put-events.ts';
import { cancelReplay, describeReplay, listReplays, startReplay } from './replays.ts';
import {
  deleteRule,
  describeRule,
  disableRule,
  enableRule,
  listRuleNamesByTarget,
  listRules,
  putRule,
} from './rules.ts';
import { listTargetsByRule, putTargets, removeTargets } from './targets.ts';
import { testEventPattern } from './test-event-pattern.ts';

/** Every operation that is served, by its name in `x-amz-target`. */
export const actionTable: ReadonlyMap<string, Action> = new Map([
  ['CreateEventBus', createEventBus],
  ['DeleteEventBus', deleteEventBus],
  ['DescribeEventBus', describeEventBus],
  ['ListEventBuses', listEventBuses],
  ['PutRule', putRule],
  ['DescribeRule', describeRule],
  ['ListRules', listRules],
  ['DeleteRule', deleteRule],
  ['EnableRule', enableRule],
  ['DisableRule', disableRule],
  ['PutTargets', putTargets],
  ['ListTargetsByRule', listTargetsByRule],
  ['RemoveTargets', removeTargets],
  ['PutEvents', putEvents],
  ['ListRuleNamesByTarget', listRuleNamesByTarget],
  ['CreateArchive', createArchive],
  ['DescribeArchive', describeArchive],
  ['ListArchives', listArchives],
  ['UpdateArchive', updateArchive],
  ['DeleteArchive', deleteArchive],
  ['StartReplay', startReplay],
  ['DescribeReplay', describeReplay],
  ['ListReplays', listReplays],
  ['CancelReplay', cancelReplay],
  ['TestEventPattern', testEventPattern],
]);
