import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueRoute } from '../facts/published-events.ts';
import { GuardedQueue } from './guarded-queue.ts';

/** One line of the catalogue's route table: rule, queue, dead letters and alarms, inseparable. */
export class EventRoute extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    id: string,
    { bus, route, alerts }: { bus: IEventBus; route: QueueRoute; alerts: ITopic },
  ) {
    super(scope, id);
    const { queue, deadLetters } = new GuardedQueue(this, 'guarded', { ...route, alerts });
    this.queue = queue;
    this.deadLetters = deadLetters;
    new Rule(this, 'rule', {
      eventBus: bus,
      ruleName: route.ruleName,
      description: `What the ${route.consumer} reacts to.`,
      eventPattern: { source: route.pattern.source, detailType: route.pattern['detail-type'] },
      // What the queue does not take for a day is a dead letter too: it is never just gone.
      targets: [new SqsQueue(queue, { deadLetterQueue: deadLetters })],
    });
  }
}
