import type { Archives } from '../archives.ts';
import type { AcceptedEvent } from '../delivery-queue.ts';
import type { JsonObject } from '../patterns/json.ts';
import type { Registry } from '../registry.ts';
import type { Replays } from '../replays.ts';

/** What the actions work on. */
export type BridgeContext = {
  region: string;
  registry: Registry;
  archives: Archives;
  replays: Replays;
  /** Says that there is a replay to begin or to end. */
  wakeReplayer: () => void;
  /** Resolves when the events are durable. */
  accept(events: AcceptedEvent[]): Promise<void>;
};

/** One operation of the API: takes the request's body, returns the answer's, throws AwsError. */
export type Action = (input: JsonObject, context: BridgeContext) => object | Promise<object>;
