import { z } from 'zod';
import { busArn, busNameOf } from '../arn.ts';
import { AwsError, validationError } from '../aws-error.ts';
import type { Bus } from '../registry.ts';
import type { Action, BridgeContext } from './action.ts';
import { busReference, nameOf, parseInput } from './input.ts';

export const createEventBus: Action = (input, { registry, region }) => {
  const { Name } = parseInput(z.object({ Name: nameOf(256) }), input);
  if (registry.buses().some((bus) => bus.name === Name)) {
    throw new AwsError('ResourceAlreadyExistsException', `Event bus ${Name} already exists.`);
  }
  registry.putBus(Name);
  return { EventBusArn: busArn(region, Name) };
};

export const deleteEventBus: Action = (input, { registry }) => {
  const { Name } = parseInput(z.object({ Name: busReference }), input);
  if (busNameOf(Name) === 'default') throw validationError('Cannot delete event bus default.');
  registry.deleteBus(busNameOf(Name));
  return {};
};

export const describeEventBus: Action = (input, context) => {
  const { Name } = parseInput(z.object({ Name: busReference.optional() }), input);
  return describe(context.registry.bus(busNameOf(Name)), context);
};

export const listEventBuses: Action = (input, context) => {
  const { NamePrefix = '' } = parseInput(z.object({ NamePrefix: z.string().optional() }), input);
  const buses = context.registry.buses().filter((bus) => bus.name.startsWith(NamePrefix));
  return { EventBuses: buses.map((bus) => describe(bus, context)) };
};

const describe = ({ name, createdAt }: Bus, { region }: BridgeContext) => ({
  Name: name,
  Arn: busArn(region, name),
  CreationTime: createdAt / 1_000,
});
