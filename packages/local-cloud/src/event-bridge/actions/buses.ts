import { z } from 'zod';
import { busArn, busNameOf } from '../arn.ts';
import { alreadyExists, limitExceeded, validationError } from '../aws-error.ts';
import type { Bus } from '../registry.ts';
import type { Action, BridgeContext } from './action.ts';
import { busReference, nameOf, parseInput } from './input.ts';
import { pageOf, pageRequest } from './page.ts';

/** Beside the default one: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const busesPerAccount = 100;

export const createEventBus: Action = (input, { registry, region }) => {
  const { Name } = parseInput(z.object({ Name: nameOf(256) }), input);
  if (registry.buses().some((bus) => bus.name === Name)) {
    throw alreadyExists(`Event bus ${Name}`);
  }
  if (registry.buses().length > busesPerAccount) throw limitExceeded();
  registry.putBus(Name);
  return { EventBusArn: busArn(region, Name) };
};

export const deleteEventBus: Action = (input, { registry, archives }) => {
  const { Name } = parseInput(z.object({ Name: busReference }), input);
  const name = busNameOf(Name);
  if (name === 'default') throw validationError('Cannot delete event bus default.');
  if (archives.archives().some(({ bus }) => bus === name)) {
    throw validationError("Event bus can't be deleted since it has archives.");
  }
  registry.deleteBus(name);
  return {};
};

export const describeEventBus: Action = (input, context) => {
  const { Name } = parseInput(z.object({ Name: busReference.optional() }), input);
  return describe(context.registry.bus(busNameOf(Name)), context);
};

export const listEventBuses: Action = (input, context) => {
  const { NamePrefix = '', ...wanted } = parseInput(pageRequest.extend({ NamePrefix: z.string().optional() }), input);
  const buses = context.registry.buses().filter((bus) => bus.name.startsWith(NamePrefix));
  const { items, ...next } = pageOf(buses, (bus) => bus.name, wanted);
  return { EventBuses: items.map((bus) => describe(bus, context)), ...next };
};

const describe = ({ name, createdAt }: Bus, { region }: BridgeContext) => ({
  Name: name,
  Arn: busArn(region, name),
  CreationTime: createdAt / 1_000,
});
