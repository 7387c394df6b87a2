import {
  DeleteRuleCommand,
  type EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { contractOf, queueRoutes, sourceOf } from '@cartograph/events';
import type { QueueUrls } from '../queue-variables.ts';
import type { arnsBeside } from './event-arns.ts';
import type { ReplayOrder } from './replay-order.ts';

type Lending = {
  readonly eventBridge: EventBridgeClient;
  readonly busName: string;
  readonly arns: ReturnType<typeof arnsBeside>;
  readonly queues: readonly QueueUrls[];
  readonly replayName: string;
};

/**
 * Lends the ARNs of the rules that are to get the replay; none of them means all. Without a filter by event they are the
 * subgraphs' own. EventBridge cannot filter a replay but by rules, so one event gets rules of its own for the time of the
 * replay: they ask for its `replay-name`, and so never match what happens meanwhile.
 */
export const lendRules = async <Result>(
  lending: Lending,
  { event, subgraphs }: ReplayOrder,
  work: (ruleArns: readonly string[]) => Promise<Result>,
): Promise<Result> => {
  const routes = queueRoutes().filter(({ subgraph }) => subgraphs?.includes(subgraph));
  if (event === null) return work(routes.map(({ ruleName }) => lending.arns.rule(ruleName)));
  const made: string[] = [];
  try {
    for (const { subgraph } of routes) {
      const name = `${lending.replayName}-${subgraph}`;
      made.push(name);
      await makeRule(lending, { name, event, queue: lending.queues.find((queue) => queue.subgraph === subgraph) });
    }
    return await work(made.map(lending.arns.rule));
  } finally {
    for (const name of made) await removeRule(lending, name);
  }
};

const targetId = 'queue';

const makeRule = async (
  { eventBridge, busName, arns, replayName }: Lending,
  { name, event, queue }: { name: string; event: string; queue: QueueUrls | undefined },
): Promise<void> => {
  if (!queue) throw new Error(`no queue is known for the rule ${name}`);
  const sources = contractOf(event)?.emitters.map(sourceOf);
  const pattern = { source: sources, 'detail-type': [event], 'replay-name': [replayName] };
  const place = { Name: name, EventBusName: busName };
  await eventBridge.send(new PutRuleCommand({ ...place, EventPattern: JSON.stringify(pattern) }));
  const DeadLetterConfig = { Arn: arns.queue(queue.deadLetterQueueUrl) };
  const { FailedEntries = [] } = await eventBridge.send(
    new PutTargetsCommand({
      Rule: name,
      EventBusName: busName,
      Targets: [{ Id: targetId, Arn: arns.queue(queue.queueUrl), DeadLetterConfig }],
    }),
  );
  if (FailedEntries.length > 0) throw new Error(`the rule ${name} got no target: ${FailedEntries[0]?.ErrorMessage}`);
};

/** A rule that was never made is gone as well. */
const removeRule = async ({ eventBridge, busName }: Lending, name: string): Promise<void> => {
  try {
    await eventBridge.send(new RemoveTargetsCommand({ Rule: name, EventBusName: busName, Ids: [targetId] }));
    await eventBridge.send(new DeleteRuleCommand({ Name: name, EventBusName: busName }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceNotFoundException')) throw error;
  }
};
