import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SQSClient } from '@aws-sdk/client-sqs';

export type TargetName = 'local-cloud' | 'moto';

/** Something that claims to be EventBridge and SQS, with real clients that speak to it. */
export type World = {
  bridge: EventBridgeClient;
  sqs: SQSClient;
  stop: () => Promise<void>;
  /** Where somebody else made bus, rule and queue beforehand: the route to use for this pattern, if there is one. */
  routeFor?: (pattern: object) => Promise<Route> | undefined;
};
export type Target = { name: TargetName; start: () => Promise<World> };

export type DeliveredEvent = {
  id: string;
  source: string;
  'detail-type': string;
  detail: Record<string, unknown>;
  'replay-name'?: string;
  [field: string]: unknown;
};

/** A bus of its own whose only rule fills a queue of its own. */
export type Route = {
  bus: string;
  busArn: string;
  rule: string;
  ruleArn: string;
  /** Adds a rule with another pattern that fills the same queue. */
  addRule: (name: string, pattern: object) => Promise<string>;
  put: (entries: object[]) => Promise<(string | undefined)[]>;
  receive: (wanted: number) => Promise<DeliveredEvent[]>;
  /** Receives until the event of this source is among them: what was put before it has come, if it comes at all. */
  receiveUntil: (source: string) => Promise<DeliveredEvent[]>;
};

/** One thing that AWS documents, tried by its own client. */
export type Clause = { id: string; title: string; run: (world: World) => Promise<void> };
