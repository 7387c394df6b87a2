import {
  DescribeArchiveCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../../../packages/local-cloud/test/contract/differences.ts';
import { eventClauses } from '../../../packages/local-cloud/test/contract/event-clauses.ts';
import { replayClauses } from '../../../packages/local-cloud/test/contract/replay-clauses.ts';
import type { World } from '../../../packages/local-cloud/test/contract/target.ts';
import { publishedRoutes, publishedSchemas, type QueueRoute } from '../../lib/facts/published-events.ts';
import { templateOf } from '../assembly.ts';
import { isContinuousIntegration, motoProgram } from '../config.ts';
import { type DeployedOnMoto, deployOnMoto } from './deploy-on-moto.ts';
import { throughDeployed } from './deployed-route.ts';
import { emptyQueue } from './empty-queue.ts';

const { busName, routes } = publishedRoutes();
const stack = 'cartograph-dev-events';

describe('moto', () => {
  it('is there where everybody relies on it', () => {
    if (!motoProgram) console.log('The stack of events is not deployed: CARTOGRAPH_MOTO names no moto_server.');
    expect(motoProgram !== undefined || !isContinuousIntegration, '.ci/run installs moto by pip').toBe(true);
  });
});

describe.runIf(motoProgram)('the stack of events, deployed by CloudFormation', () => {
  let moto: DeployedOnMoto;
  let world: World;
  beforeAll(async () => {
    moto = await deployOnMoto(String(motoProgram), ['cartograph-dev-alerts', stack]);
    const [route] = routes as [QueueRoute];
    world = throughDeployed({ world: moto, url: moto.url, bus: busName, route });
  });
  afterAll(() => moto.stop());

  const urlOf = (queue: string) => `${moto.url}/000000000000/${queue}`;

  it('is made but for what moto does not make: policies and alarms', () => {
    const unmade = Object.entries(templateOf(stack).Resources).filter(([id]) => !moto.made.get(stack)?.has(id));
    expect(new Set(unmade.map(([, { Type }]) => Type))).toEqual(
      new Set(['AWS::CloudWatch::Alarm', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy']),
    );
  });

  it('has the rules of the catalogue and an archive of everything', async () => {
    const { Rules } = await moto.bridge.send(new ListRulesCommand({ EventBusName: busName, NamePrefix: 'to-' }));
    const expected = [...routes.map(({ ruleName }) => ruleName), 'to-order-topic'];
    expect(Rules?.map(({ Name }) => Name).sort()).toEqual(expected.sort());
    const archive = await moto.bridge.send(new DescribeArchiveCommand({ ArchiveName: busName }));
    expect(archive).toMatchObject({ State: 'ENABLED', RetentionDays: 7 });
  });

  it('has a rule for the topic of orders, whose target moto keeps and cannot send to', async () => {
    const ofRule = { EventBusName: busName, Rule: 'to-order-topic' };
    const { Targets } = await moto.bridge.send(new ListTargetsByRuleCommand(ofRule));
    expect(Targets).toMatchObject([
      {
        Arn: expect.stringMatching(/:sns:.*:cartograph-orders$/),
        DeadLetterConfig: { Arn: expect.stringMatching(/:sqs:.*:cartograph-orders-untold$/) },
      },
    ]);
    // With it, moto answers every order event with an error: what follows is about the queues.
    await moto.bridge.send(new RemoveTargetsCommand({ ...ofRule, Ids: [Targets?.[0]?.Id ?? ''] }));
  });

  it('brings every event of the catalogue to the queues of those who react, and to no other', async () => {
    for (const { queueName } of routes) await emptyQueue(moto.sqs, urlOf(queueName));
    const events = publishedSchemas().map(({ event, source }) => ({ event, source }));
    for (let n = 0; n < events.length; n += 10) {
      const Entries = events
        .slice(n, n + 10)
        .map(({ event, source }) => ({ EventBusName: busName, Source: source, DetailType: event, Detail: '{}' }));
      expect((await moto.bridge.send(new PutEventsCommand({ Entries }))).FailedEntryCount).toBe(0);
    }
    for (const { queueName, pattern } of routes) {
      const heard = (await emptyQueue(moto.sqs, urlOf(queueName))).map(detailType);
      expect({ queueName, heard: heard.sort() }).toEqual({ queueName, heard: [...pattern['detail-type']].sort() });
    }
  });

  it('gives a message that nobody can take ten attempts, and then makes a dead letter of it', async () => {
    const [{ queueName, deadLetterQueueName }] = routes as [QueueRoute];
    await moto.sqs.send(new SendMessageCommand({ QueueUrl: urlOf(queueName), MessageBody: 'poison' }));
    let attempts = 0;
    while (await receiveAndGiveBack(moto, urlOf(queueName))) attempts += 1;
    expect(attempts).toBe(10);
    const asked = { QueueUrl: urlOf(deadLetterQueueName), AttributeNames: ['ApproximateNumberOfMessages' as const] };
    const { Attributes } = await moto.sqs.send(new GetQueueAttributesCommand(asked));
    expect(Attributes?.['ApproximateNumberOfMessages']).toBe('1');
  });

  // The first wants two buses at once; the second puts so much that moto is busy for half a minute.
  const leftOut = ['replay-checked', 'replay-cancelled'];
  const isKept = ({ id }: { id: string }) =>
    !differences.some(({ clause, target }) => clause === id && target === 'moto') && !leftOut.includes(id);
  const clauses = [...eventClauses, ...replayClauses].filter(isKept);

  it.each(clauses)('keeps the contract through its rules and queues: $title', async ({ run }) => {
    expect.hasAssertions();
    await run(world);
  });
});

const detailType = ({ Body = '' }: Message): string => (JSON.parse(Body) as { 'detail-type': string })['detail-type'];

/** Receives one message, if there is one, and gives it back at once. */
const receiveAndGiveBack = async (moto: DeployedOnMoto, QueueUrl: string): Promise<boolean> => {
  const { Messages: [message] = [] } = await moto.sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 0 }));
  if (!message) return false;
  const { ReceiptHandle } = message;
  await moto.sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  return true;
};
