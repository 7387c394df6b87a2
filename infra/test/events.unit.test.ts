import { describe, expect, it } from 'vitest';
import { publishedRoutes, publishedSchemas } from '../lib/facts/published-events.ts';
import { stageNames } from '../lib/stages.ts';
import { all, at, type Placed, referencesIn, templateOf } from './assembly.ts';

type Target = { Arn: unknown; DeadLetterConfig?: { Arn: unknown } };

const inStack = (stack: string, type: string): Placed[] => all(type).filter((resource) => resource.stack === stack);

/** The routes as the template has them, in the words of the route table. */
const routesIn = (stack: string) => {
  const queueName = (value: unknown) => {
    const [id = ''] = referencesIn(value);
    return templateOf(stack).Resources[id]?.Properties?.['QueueName'];
  };
  return inStack(stack, 'AWS::Events::Rule')
    .filter((rule) => at(rule, 'Name') !== 'to-order-topic')
    .map((rule) => {
      const [target, ...more] = at(rule, 'Targets') as Target[];
      expect(more).toEqual([]);
      return {
        ruleName: at(rule, 'Name'),
        queueName: queueName(target?.Arn),
        deadLetterQueueName: queueName(target?.DeadLetterConfig?.Arn),
        pattern: at(rule, 'EventPattern'),
      };
    });
};

describe.each(stageNames)('the event stack of %s', (stage) => {
  const stack = `cartograph-${stage}-events`;

  it('has the routes of the catalogue, which local-cloud uses, and no other', () => {
    const { routes } = publishedRoutes();
    expect(routes.length).toBeGreaterThan(2);
    expect(routesIn(stack)).toEqual(routes.map(({ consumer: _consumer, ...route }) => route));
  });

  it('has the bus and its archive', () => {
    const [bus] = inStack(stack, 'AWS::Events::EventBus');
    expect(bus?.Properties).toMatchObject({ Name: publishedRoutes().busName });
    expect(inStack(stack, 'AWS::Events::Archive')).toHaveLength(1);
  });

  it('gives a message as many attempts, as much time and as long a life as local-cloud does', () => {
    const working = inStack(stack, 'AWS::SQS::Queue').filter((queue) => at(queue, 'RedrivePolicy') !== undefined);
    expect(working).toHaveLength(publishedRoutes().routes.length);
    for (const queue of working) {
      expect(queue.Properties).toMatchObject({
        VisibilityTimeout: 30,
        ReceiveMessageWaitTimeSeconds: 20,
        MessageRetentionPeriod: 14 * 86_400,
        RedrivePolicy: { maxReceiveCount: 10 },
      });
    }
  });
});

describe('the schema registry', () => {
  it('holds the newest published version of every event, under its custom name', () => {
    const made = inStack('cartograph-prod-event-schemas', 'AWS::EventSchemas::Schema');
    const expected = new Map(publishedSchemas().map(({ event, source, text }) => [`${source}@${event}`, text]));
    expect(new Set(made.map((schema) => at(schema, 'SchemaName')))).toEqual(new Set(expected.keys()));
    for (const schema of made) {
      const content = JSON.parse(String(at(schema, 'Content'))) as unknown;
      expect(content).toEqual(JSON.parse(expected.get(String(at(schema, 'SchemaName'))) ?? ''));
    }
  });
});
