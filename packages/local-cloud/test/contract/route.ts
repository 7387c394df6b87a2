import { randomUUID } from 'node:crypto';
import {
  CreateEventBusCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { arnOfQueue, receiveAll } from '../start-cloud.ts';
import type { DeliveredEvent, Route, World } from './target.ts';

export const uniqueName = (prefix: string) => `${prefix}-${randomUUID().slice(0, 8)}`;

export async function aQueue({ sqs }: World, name = uniqueName('queue')) {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  return { QueueUrl, arn: arnOfQueue(name) };
}

export async function aRoute(world: World, pattern: object = { source: ['shop'] }): Promise<Route> {
  const made = world.routeFor?.(pattern);
  if (made) return made;
  const { bridge, sqs } = world;
  const [bus, rule] = [uniqueName('bus'), uniqueName('rule')];
  const { QueueUrl, arn } = await aQueue(world);
  const { EventBusArn: busArn = '' } = await bridge.send(new CreateEventBusCommand({ Name: bus }));
  const addRule = async (name: string, of: object) => {
    const definition = { Name: name, EventBusName: bus, EventPattern: JSON.stringify(of) };
    const { RuleArn = '' } = await bridge.send(new PutRuleCommand(definition));
    await bridge.send(new PutTargetsCommand({ Rule: name, EventBusName: bus, Targets: [{ Id: 'queue', Arn: arn }] }));
    return RuleArn;
  };
  const receive = async (wanted: number) => {
    const messages = await receiveAll(sqs, QueueUrl, { wanted, withinMs: 4_000 });
    return messages.map(({ Body }) => JSON.parse(Body ?? '') as DeliveredEvent);
  };
  const receiveUntil = async (source: string) => {
    const events: DeliveredEvent[] = [];
    while (!events.some((event) => event.source === source)) events.push(...(await receive(1)));
    return events;
  };
  const put = async (entries: object[]) => {
    const Entries = entries.map((changes) => ({ ...anEntry(changes), EventBusName: bus }));
    const answer = await bridge.send(new PutEventsCommand({ Entries }));
    return answer.Entries?.map(({ ErrorCode }) => ErrorCode) ?? [];
  };
  return { bus, busArn, rule, ruleArn: await addRule(rule, pattern), addRule, put, receive, receiveUntil };
}

export const anEntry = (changes = {}) => ({ Source: 'shop', DetailType: 'Sold', Detail: '{"sku":"A"}', ...changes });

/** What the promise is refused with, by its name and status. */
export const refusedAs = (name: string) => ({ name, $metadata: { httpStatusCode: 400 } });
