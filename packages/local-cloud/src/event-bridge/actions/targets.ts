import { z } from 'zod';
import { busNameOf, isFifo, isQueueArn } from '../arn.ts';
import { limitExceeded } from '../aws-error.ts';
import type { Target } from '../registry.ts';
import type { Action } from './action.ts';
import { busReference, nameOf, parseInput, ruleName } from './input.ts';
import { pageOf, pageRequest } from './page.ts';

const targetsOfRule = z.object({ Rule: ruleName, EventBusName: busReference.optional() });
const isStandardQueue = (arn: string) => isQueueArn(arn) && !isFifo(arn);
const targetDefinition = z.looseObject({
  Id: nameOf(64),
  Arn: z.string().min(1).max(1600),
  DeadLetterConfig: z
    .object({ Arn: z.string().refine(isStandardQueue, 'must be the ARN of a standard queue').optional() })
    .optional(),
  RetryPolicy: z
    .object({
      MaximumRetryAttempts: z.int().min(0).max(185).optional(),
      MaximumEventAgeInSeconds: z.int().min(60).max(86_400).optional(),
    })
    .optional(),
  SqsParameters: z.object({ MessageGroupId: z.string().optional() }).optional(),
});
const understood = ['Id', 'Arn', 'DeadLetterConfig', 'RetryPolicy', 'SqsParameters'];
const targetsPerRule = 5;

export const putTargets: Action = (input, { registry }) => {
  const shape = targetsOfRule.extend({ Targets: z.array(targetDefinition).min(1).max(100) });
  const { Rule, EventBusName, Targets } = parseInput(shape, input);
  const bus = busNameOf(EventBusName);
  registry.rule(bus, Rule);
  const ids = new Set([...registry.targets(bus, Rule).map(({ Id }) => Id), ...Targets.map(({ Id }) => Id)]);
  if (ids.size > targetsPerRule) {
    throw limitExceeded();
  }
  const failures = Targets.flatMap((target) => {
    const reason = refusalOf(target);
    if (reason !== undefined) return [{ TargetId: target.Id, ErrorCode: 'ValidationException', ErrorMessage: reason }];
    registry.putTarget(bus, Rule, target as Target);
    return [];
  });
  return { FailedEntryCount: failures.length, FailedEntries: failures };
};

/** What would silently do something else than on AWS is refused. */
function refusalOf(target: z.infer<typeof targetDefinition>): string | undefined {
  if (!isQueueArn(target.Arn)) return `${target.Arn} is not a queue: the local event bridge delivers to SQS only.`;
  if (isFifo(target.Arn) && target.SqsParameters === undefined) {
    return `Parameter(s) SqsParameters must be specified for target: ${target.Id}.`;
  }
  const unknown = Object.keys(target).filter((key) => !understood.includes(key));
  return unknown.length > 0 ? `${unknown.join(', ')} is not supported by the local event bridge.` : undefined;
}

export const listTargetsByRule: Action = (input, { registry }) => {
  const { Rule, EventBusName, ...wanted } = parseInput(targetsOfRule.extend(pageRequest.shape), input);
  const bus = busNameOf(EventBusName);
  registry.rule(bus, Rule);
  const { items, ...next } = pageOf(registry.targets(bus, Rule), (target) => target.Id, wanted);
  return { Targets: items, ...next };
};

export const removeTargets: Action = (input, { registry }) => {
  const { Rule, EventBusName, Ids } = parseInput(
    targetsOfRule.extend({ Ids: z.array(z.string()).min(1).max(100) }),
    input,
  );
  const bus = busNameOf(EventBusName);
  registry.rule(bus, Rule);
  for (const id of Ids) registry.removeTarget(bus, Rule, id);
  return { FailedEntryCount: 0, FailedEntries: [] };
};
