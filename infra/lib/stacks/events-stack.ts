import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnArchive, CfnEventBus, EventBus, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { accept } from '../constructs/accept.ts';
import { EventRoute } from '../constructs/event-route.ts';
import { alarmOnDeadLetters } from '../constructs/guarded-queue.ts';
import { publishedRoutes } from '../facts/published-events.ts';
import type { StageSettings } from '../stages.ts';

export type EventsStackProps = StackProps & { stage: StageSettings; alerts: ITopic; key: IKey };

/** The bus, its archive and, by the event catalogue, the way to each subgraph that reacts, and to the gateways. */
export class EventsStack extends Stack {
  readonly bus: IEventBus;
  readonly busName: string;
  readonly routes: ReadonlyMap<string, EventRoute>;
  readonly orderTopic: Topic;

  constructor(scope: Construct, id: string, { stage, alerts, key, ...props }: EventsStackProps) {
    super(scope, id, props);
    const { busName, routes } = publishedRoutes();
    this.busName = busName;
    this.bus = busNamed(this, busName);
    // Without a pattern it keeps everything; the construct of a higher level wants one.
    new CfnArchive(this, 'archive', {
      archiveName: busName,
      description: 'Every event of the shop.',
      sourceArn: this.bus.eventBusArn,
      retentionDays: stage.archiveDays,
    });
    this.routes = new Map(
      routes.map((route) => [route.consumer, new EventRoute(this, route.consumer, { bus: this.bus, route, alerts })]),
    );
    this.orderTopic = tellOthersOfOrders(this, { bus: this.bus, alerts, key });
  }
}

/** Spoken of by its attributes, not by `Ref`: CloudFormation takes both, and moto, on which the tests deploy it, one. */
const busNamed = (stack: Stack, name: string): IEventBus => {
  const { attrName, attrArn } = new CfnEventBus(stack, 'bus', { name, description: 'Every event of the shop.' });
  const attributes = { eventBusName: attrName, eventBusArn: attrArn, eventBusPolicy: '' };
  return EventBus.fromEventBusAttributes(stack, 'named-bus', attributes);
};

type Saying = { bus: IEventBus; alerts: ITopic; key: IKey };

/** Order events for whoever is outside the graph (a warehouse, a bookkeeper): they subscribe, and nothing here knows them. */
const tellOthersOfOrders = (stack: Stack, { bus, alerts, key }: Saying): Topic => {
  const topic = new Topic(stack, 'orders', { topicName: 'cartograph-orders', masterKey: key, enforceSSL: true });
  const deadLetterQueue = new Queue(stack, 'orders-untold', {
    queueName: 'cartograph-orders-untold',
    encryption: QueueEncryption.SQS_MANAGED,
    retentionPeriod: Duration.days(14),
    enforceSSL: true,
  });
  accept(deadLetterQueue, { 'AwsSolutions-SQS3': 'These are the dead letters of a rule, which the check cannot see.' });
  alarmOnDeadLetters(deadLetterQueue, alerts);
  new Rule(stack, 'orders-rule', {
    eventBus: bus,
    ruleName: 'to-order-topic',
    description: 'What becomes of orders, for whoever subscribes.',
    eventPattern: { source: ['cartograph.order'] },
    targets: [new SnsTopic(topic, { deadLetterQueue })],
  });
  return topic;
};
