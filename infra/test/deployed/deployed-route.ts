import { PutEventsCommand, type PutEventsCommandInput } from '@aws-sdk/client-eventbridge';

import type { DeliveredEvent, Route, World } from '../../../packages/local-cloud/test/contract/target.ts';
import { receiveAll } from '../../../packages/local-cloud/test/start-cloud.ts';
import type { QueueRoute } from '../../lib/facts/published-events.ts';
import { emptyQueue } from './empty-queue.ts';

type Deployed = { world: World; url: string; bus: string; route: QueueRoute };

/**
 * The contract suite speaks of a shop that sold something. Here the same clauses go through a rule and a queue that
 * CloudFormation made: what they put is given the names this rule listens to, and what arrives is given theirs again.
 */
export const throughDeployed = (deployed: Deployed): World => {
  renameWhatIsPut(deployed);
  return { ...deployed.world, routeFor: (pattern) => (isTheirs(pattern) ? routeThrough(deployed) : undefined) };
};

const isTheirs = (pattern: object): boolean => JSON.stringify(pattern) === JSON.stringify({ source: ['shop'] });

const renameWhatIsPut = ({ world, bus, route }: Deployed): void => {
  const [source] = route.pattern.source;
  const [detailType] = route.pattern['detail-type'];
  world.bridge.middlewareStack.add(
    (next) => (args) => {
      const { Entries } = args.input as Partial<PutEventsCommandInput>;
      const renamed = Entries?.map((entry) => ({
        ...entry,
        ...(entry.EventBusName === bus && entry.Source === 'shop' && { Source: source }),
        ...(entry.EventBusName === bus && entry.DetailType === 'Sold' && { DetailType: detailType }),
      }));
      return next({ ...args, input: renamed ? { ...args.input, Entries: renamed } : args.input });
    },
    { step: 'initialize' },
  );
};

const account = '000000000000';

const routeThrough = async ({ world, url, bus, route }: Deployed): Promise<Route> => {
  const QueueUrl = `${url}/${account}/${route.queueName}`;
  await emptyQueue(world.sqs, QueueUrl);
  const made: Route = {
    bus,
    busArn: `arn:aws:events:eu-central-1:${account}:event-bus/${bus}`,
    rule: route.ruleName,
    ruleArn: `arn:aws:events:eu-central-1:${account}:rule/${bus}/${route.ruleName}`,
    addRule: () => Promise.reject(new Error('The stack has the rules it has.')),
    put: async (entries) => {
      const Entries = entries.map((changes) => ({
        Source: 'shop',
        DetailType: 'Sold',
        Detail: '{"sku":"A"}',
        ...changes,
        EventBusName: bus,
      }));
      const answer = await world.bridge.send(new PutEventsCommand({ Entries }));
      return answer.Entries?.map(({ ErrorCode }) => ErrorCode) ?? [];
    },
    receive: async (wanted) => {
      const messages = await receiveAll(world.sqs, QueueUrl, { wanted, withinMs: 4_000 });
      return messages.map(({ Body }) => ({
        ...(JSON.parse(Body ?? '') as DeliveredEvent),
        source: 'shop',
        'detail-type': 'Sold',
      }));
    },
    receiveUntil: () => Promise.reject(new Error('Every event of the shop has the same source here.')),
  };
  return made;
};
