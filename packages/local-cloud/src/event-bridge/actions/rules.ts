import { z } from 'zod';
import { busNameOf, ruleArn } from '../arn.ts';
import { limitExceeded, validationError } from '../aws-error.ts';
import type { Rule, RuleState } from '../registry.ts';
import type { Action, BridgeContext } from './action.ts';
import { busReference, parseInput, ruleName } from './input.ts';
import { pageOf, pageRequest } from './page.ts';

const ruleReference = z.object({ Name: ruleName, EventBusName: busReference.optional() });
const ruleDefinition = ruleReference.extend({
  EventPattern: z.string().optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Description: z.string().max(512).optional(),
});

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const rulesPerBus = 300;

export const putRule: Action = (input, { registry, region }) => {
  const { Name, EventBusName, EventPattern, ScheduleExpression, State, Description } = parseInput(
    ruleDefinition,
    input,
  );
  if (ScheduleExpression) throw validationError('ScheduleExpression is not supported by the local event bridge.');
  if (!EventPattern) throw validationError('Parameter(s) EventPattern must be specified.');
  const bus = busNameOf(EventBusName);
  const others = registry.rules(bus).filter((rule) => rule.name !== Name);
  if (others.length >= rulesPerBus) throw limitExceeded();
  const description = Description === undefined ? {} : { description: Description };
  registry.putRule({ bus, name: Name, pattern: EventPattern, state: State, isProvisioned: false, ...description });
  return { RuleArn: ruleArn(region, bus, Name) };
};

export const describeRule: Action = (input, context) => {
  const { Name, EventBusName } = parseInput(ruleReference, input);
  return describe(context.registry.rule(busNameOf(EventBusName), Name), context);
};

export const listRules: Action = (input, context) => {
  const shape = pageRequest.extend({ EventBusName: busReference.optional(), NamePrefix: z.string().optional() });
  const { EventBusName, NamePrefix = '', ...wanted } = parseInput(shape, input);
  const bus = context.registry.bus(busNameOf(EventBusName));
  const rules = context.registry.rules(bus.name).filter((rule) => rule.name.startsWith(NamePrefix));
  const { items, ...next } = pageOf(rules, (rule) => rule.name, wanted);
  return { Rules: items.map((rule) => describe(rule, context)), ...next };
};

export const listRuleNamesByTarget: Action = (input, { registry }) => {
  const shape = pageRequest.extend({ TargetArn: z.string().min(1).max(1600), EventBusName: busReference.optional() });
  const { TargetArn, EventBusName, ...wanted } = parseInput(shape, input);
  const bus = registry.bus(busNameOf(EventBusName)).name;
  const rules = registry
    .rules(bus)
    .filter(({ name }) => registry.targets(bus, name).some(({ Arn }) => Arn === TargetArn));
  const { items, ...next } = pageOf(rules, (rule) => rule.name, wanted);
  return { RuleNames: items.map((rule) => rule.name), ...next };
};

/** Deleting what is not there succeeds, as it does at AWS. */
export const deleteRule: Action = (input, { registry }) => {
  const { Name, EventBusName } = parseInput(ruleReference, input);
  const bus = registry.bus(busNameOf(EventBusName)).name;
  if (registry.targets(bus, Name).length > 0) throw validationError("Rule can't be deleted since it has targets.");
  registry.deleteRule(bus, Name);
  return {};
};

const setState =
  (state: RuleState): Action =>
  (input, { registry }) => {
    const { Name, EventBusName } = parseInput(ruleReference, input);
    registry.putRule({ ...registry.rule(busNameOf(EventBusName), Name), state });
    return {};
  };

export const enableRule = setState('ENABLED');
export const disableRule = setState('DISABLED');

const describe = ({ bus, name, pattern, state, description }: Rule, { region }: BridgeContext) => ({
  Name: name,
  Arn: ruleArn(region, bus, name),
  EventBusName: bus,
  EventPattern: pattern,
  State: state,
  Description: description,
});
