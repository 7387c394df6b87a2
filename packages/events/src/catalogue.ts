import type { z } from 'zod';
import * as orderAftercareEvents from './contracts/order-aftercare-events.ts';
import * as orderEvents from './contracts/order-events.ts';
import * as paymentEvents from './contracts/payment-events.ts';
import * as productEvents from './contracts/product-events.ts';
import * as userEvents from './contracts/user-events.ts';
import type { EventContract } from './define-event.ts';
import type { SubgraphName } from './subgraph-name.ts';

type ContractsIn<Module> = Extract<Module[keyof Module], EventContract>;
type AnyContract =
  | ContractsIn<typeof orderAftercareEvents>
  | ContractsIn<typeof orderEvents>
  | ContractsIn<typeof paymentEvents>
  | ContractsIn<typeof productEvents>
  | ContractsIn<typeof userEvents>;

/** The name of every event there is. */
export type EventName = AnyContract['name'];
type ContractOf<Name extends EventName> = Extract<AnyContract, { name: Name }>;

/** What an event of that name carries. */
export type EventPayload<Name extends EventName> = z.output<ContractOf<Name>['data']>;

/** The names of the events a subgraph emits. A planned event is emitted by nobody. */
export type EmittedBy<Subgraph extends SubgraphName> = {
  [Name in EventName]: ContractOf<Name> extends { status: 'emitted'; emitter: infer Emitter }
    ? Subgraph extends Emitter
      ? Name
      : never
    : never;
}[EventName];

/** The names of the events a subgraph must react to: its reaction table has exactly these keys. */
export type ReactedBy<Subgraph extends SubgraphName> = {
  [Name in EventName]: Subgraph extends ContractOf<Name>['reactors'][number] ? Name : never;
}[EventName];

const isContract = (value: unknown): value is AnyContract =>
  typeof value === 'object' && value !== null && 'emitter' in value && 'reactors' in value;

/** All contracts, in the order of their names. Who emits and who reacts stands here and nowhere else. */
export const catalogue: readonly EventContract[] = [
  orderAftercareEvents,
  orderEvents,
  paymentEvents,
  productEvents,
  userEvents,
]
  .flatMap((module) => Object.values(module).filter(isContract))
  .sort((a, b) => a.name.localeCompare(b.name));

const byName = new Map(catalogue.map((contract) => [contract.name, contract]));

/** The contract of an event, or undefined for a name nobody emits. */
export const contractOf = (name: string): EventContract | undefined => byName.get(name);
