import { z } from 'zod';
import { busNameOf, ruleArn } from '../arn.ts';
import { validationError } from '../aws-error.ts';
import type { Rule, RuleState } from '../registry.ts';
import type { Action, BridgeContext } from './action.ts';
import { busReference, parseInput, ruleName } from './input.ts';

const ruleReference = z.object({ Name: ruleName, EventBusName: busReference.optional() });
const ruleDefinition = ruleReference.extend({
  EventPattern: z.string().optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Description: z.string().max(512).optional(),
});

export const putRule: Action = (input, { registry, region }) => {
  const { Name, EventBusName, EventPattern, ScheduleExpression, State, Description } = parseInput(
    ruleDefinition,
    input,
  );
  if (ScheduleExpression) throw validationError('ScheduleExpression is not supported by the local event bridge.');
  if (!EventPattern) throw validationError('Parameter(s) EventPattern must be specified.');
  const bus = busNameOf(EventBusName);
  const description = Description === undefined ? {} : { description: Description };
  registry.putRule({ bus, name: Name, pattern: EventPattern, state: State, isProvisioned: false, ...description });
  return { RuleArn: ruleArn(region, bus, Name) };
};

export const describeRule: Action = (input, context) => {
  const { Name, EventBusName } = parseInput(ruleReference, input);
  return describe(context.registry.rule(busNameOf(EventBusName), Name), context);
};

export const listRules: Action = (input, context) => {
  const shape = z.object({ EventBusName: busReference.optional(), NamePrefix: z.string().optional() });
  const { EventBusName, NamePrefix = '' } = parseInput(shape, input);
  const bus = context.registry.bus(busNameOf(EventBusName));
  const rules = context.registry.rules(bus.name).filter((rule) => rule.name.startsWith(NamePrefix));
  return { Rules: rules.map((rule) => describe(rule, context)) };
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
