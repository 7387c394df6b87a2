import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { RunbookAlarm } from './runbook-alarm.ts';

export type GuardedQueueProps = {
  queueName: string;
  deadLetterQueueName: string;
  alerts: ITopic;
  /** How long a message stays hidden from others while one works on it; the receiver may prolong it. */
  hidden?: Duration;
  receivesBeforeDeadLetter?: number;
};

const retention = Duration.days(14);

/** A queue, its dead letters and the alarms on both: none of them without the others. */
export class GuardedQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: GuardedQueueProps) {
    super(scope, id);
    const common = { retentionPeriod: retention, encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    const visibilityTimeout = props.hidden ?? Duration.seconds(30);
    this.deadLetters = new Queue(this, 'dead-letters', {
      ...common,
      queueName: props.deadLetterQueueName,
      visibilityTimeout,
    });
    this.queue = new Queue(this, 'queue', {
      ...common,
      queueName: props.queueName,
      visibilityTimeout,
      receiveMessageWaitTime: Duration.seconds(20),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.receivesBeforeDeadLetter ?? 10 },
    });
    alarmOnDeadLetters(this.deadLetters, props.alerts);
    new RunbookAlarm(this, 'old', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: 120,
      evaluationPeriods: 5,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      says: `What is in ${props.queueName} waits longer than two minutes.`,
      runbook: 'queue-old',
      alerts: props.alerts,
    });
  }
}

/** Any dead letter at all is somebody's order, money or mail. */
export const alarmOnDeadLetters = (queue: Queue, alerts: ITopic): RunbookAlarm =>
  new RunbookAlarm(queue, 'any', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
    threshold: 0,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    says: `There are dead letters in ${queue.node.path}.`,
    runbook: 'dead-letters',
    alerts,
  });
