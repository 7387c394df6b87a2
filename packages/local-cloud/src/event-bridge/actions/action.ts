import type { AcceptedEvent } from '../delivery-queue.ts';
import type { JsonObject } from '../patterns/json.ts';
import type { Registry } from '../registry.ts';

/** What the actions work on. */
export type BridgeContext = {
  region: string;
  registry: Registry;
  /** Resolves when the events are durable. */
  accept(events: AcceptedEvent[]): Promise<void>;
};

/** One operation of the API: takes the request's body, returns the answer's, throws AwsError. */
export type Action = (input: JsonObject, context: BridgeContext) => object | Promise<object>;
