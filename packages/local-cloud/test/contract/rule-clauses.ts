import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  ListRuleNamesByTargetCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { expect } from 'vitest';
import { aQueue, aRoute, refusedAs, uniqueName } from './route.ts';
import type { Clause, World } from './target.ts';

const putRule = ({ bridge }: World, changes: object) =>
  bridge.send(new PutRuleCommand({ Name: uniqueName('rule'), EventPattern: '{"source":["shop"]}', ...changes }));

export const ruleClauses: Clause[] = [
  {
    id: 'rule-kept',
    title: 'a rule is kept with its pattern, state and targets',
    async run(world) {
      const { bus, rule, ruleArn } = await aRoute(world);
      const described = await world.bridge.send(new DescribeRuleCommand({ Name: rule, EventBusName: bus }));
      expect(ruleArn).toBe(`arn:aws:events:eu-central-1:000000000000:rule/${bus}/${rule}`);
      expect(described).toMatchObject({ Arn: ruleArn, EventPattern: '{"source":["shop"]}', State: 'ENABLED' });
      const { Targets } = await world.bridge.send(new ListTargetsByRuleCommand({ Rule: rule, EventBusName: bus }));
      expect(Targets?.map(({ Id }) => Id)).toEqual(['queue']);
      const byTarget = { TargetArn: Targets?.[0]?.Arn, EventBusName: bus };
      const { RuleNames } = await world.bridge.send(new ListRuleNamesByTargetCommand(byTarget));
      expect(RuleNames).toEqual([rule]);
    },
  },
  {
    id: 'rule-with-targets-stays',
    title: 'a rule is deleted after its targets, not before',
    async run(world) {
      const { bus, rule } = await aRoute(world);
      const reference = { Name: rule, EventBusName: bus };
      const early = world.bridge.send(new DeleteRuleCommand(reference));
      await expect(early).rejects.toMatchObject(refusedAs('ValidationException'));
      await world.bridge.send(new RemoveTargetsCommand({ Rule: rule, EventBusName: bus, Ids: ['queue'] }));
      await world.bridge.send(new DeleteRuleCommand(reference));
      await world.bridge.send(new DeleteRuleCommand(reference));
      const described = world.bridge.send(new DescribeRuleCommand(reference));
      await expect(described).rejects.toMatchObject(refusedAs('ResourceNotFoundException'));
    },
  },
  {
    id: 'rule-needs-bus',
    title: 'a rule on a bus that does not exist is refused',
    async run(world) {
      const made = putRule(world, { EventBusName: uniqueName('nowhere') });
      await expect(made).rejects.toMatchObject(refusedAs('ResourceNotFoundException'));
    },
  },
  {
    id: 'rule-needs-pattern',
    title: 'a rule with neither pattern nor schedule is refused',
    async run(world) {
      await expect(putRule(world, { EventPattern: undefined })).rejects.toMatchObject(refusedAs('ValidationException'));
    },
  },
  {
    id: 'rule-scheduled',
    title: 'a rule may follow a schedule',
    async run(world) {
      const schedule = { EventPattern: undefined, ScheduleExpression: 'rate(5 minutes)' };
      expect((await putRule(world, schedule)).RuleArn).toContain(':rule/');
    },
  },
  {
    id: 'rule-disabled',
    title: 'a disabled rule sends nothing, and sends again once it is enabled',
    async run(world) {
      const { bus, rule, put, receive } = await aRoute(world);
      await world.bridge.send(new DisableRuleCommand({ Name: rule, EventBusName: bus }));
      await put([{ Detail: '{"n":1}' }]);
      await world.bridge.send(new EnableRuleCommand({ Name: rule, EventBusName: bus }));
      await put([{ Detail: '{"n":2}' }]);
      expect((await receive(1)).map(({ detail }) => detail['n'])).toEqual([2]);
    },
  },
  {
    id: 'targets-need-rule',
    title: 'targets for a rule that does not exist are refused',
    async run(world) {
      const Targets = [{ Id: 'queue', Arn: (await aQueue(world)).arn }];
      const put = world.bridge.send(new PutTargetsCommand({ Rule: uniqueName('nothing'), Targets }));
      await expect(put).rejects.toMatchObject(refusedAs('ResourceNotFoundException'));
    },
  },
  {
    id: 'targets-limited',
    title: 'a rule takes five targets and no sixth',
    async run(world) {
      const { bus, rule } = await aRoute(world);
      const { arn } = await aQueue(world);
      const Targets = Array.from({ length: 5 }, (_, n) => ({ Id: `more-${n}`, Arn: arn }));
      const put = world.bridge.send(new PutTargetsCommand({ Rule: rule, EventBusName: bus, Targets }));
      await expect(put).rejects.toMatchObject(refusedAs('LimitExceededException'));
    },
  },
  {
    id: 'retry-policy-limited',
    title: 'a retry policy beyond 185 attempts or 24 hours is refused',
    async run(world) {
      const { bus, rule } = await aRoute(world);
      const { arn } = await aQueue(world);
      for (const RetryPolicy of [{ MaximumRetryAttempts: 186 }, { MaximumEventAgeInSeconds: 86_401 }]) {
        const Targets = [{ Id: 'queue', Arn: arn, RetryPolicy }];
        const put = world.bridge.send(new PutTargetsCommand({ Rule: rule, EventBusName: bus, Targets }));
        await expect(put).rejects.toMatchObject(refusedAs('ValidationException'));
      }
    },
  },
  {
    id: 'retry-policy-kept',
    title: 'a target keeps its retry policy and its dead letters',
    async run(world) {
      const { bus, rule } = await aRoute(world);
      const target = {
        Id: 'queue',
        Arn: (await aQueue(world)).arn,
        RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 60 },
        DeadLetterConfig: { Arn: (await aQueue(world)).arn },
      };
      const ofRule = { Rule: rule, EventBusName: bus };
      await world.bridge.send(new PutTargetsCommand({ ...ofRule, Targets: [target] }));
      const { Targets } = await world.bridge.send(new ListTargetsByRuleCommand(ofRule));
      expect(Targets).toEqual([target]);
    },
  },
];
