import type { TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { EventRoute } from './event-route.ts';

/** Lets a subgraph's task send what happened, and receive what it reacts to: exactly what relay and consumer call. */
export const useEvents = (
  task: TaskDefinition,
  { bus, route }: { bus: IEventBus; route: EventRoute | undefined },
): void => {
  task.addToTaskRolePolicy(new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] }));
  if (route) hearEvents(task, route);
};

/** Lets a task receive what comes into its queue, and bury what it cannot take. */
export const hearEvents = (task: TaskDefinition, route: EventRoute): void => {
  task.addToTaskRolePolicy(
    new PolicyStatement({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
      resources: [route.queue.queueArn],
    }),
  );
  task.addToTaskRolePolicy(
    // The second tells how many there are: a metric of the process.
    new PolicyStatement({
      actions: ['sqs:SendMessage', 'sqs:GetQueueAttributes'],
      resources: [route.deadLetters.queueArn],
    }),
  );
};

/** Lets the user subgraph's task hand over what it decided to tell, and nothing else of that queue. */
export const mayTell = (task: TaskDefinition, notifications: IQueue): void => {
  task.addToTaskRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [notifications.queueArn] }));
};
