import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SQSClient } from '@aws-sdk/client-sqs';

export type TargetName = 'local-cloud' | 'moto';

/** Something that claims to be EventBridge and SQS, with real clients that speak to it. */
export type World = { bridge: EventBridgeClient; sqs: SQSClient; stop: () => Promise<void> };
export type Target = { name: TargetName; start: () => Promise<World> };

/** One thing that AWS documents, tried by its own client. */
export type Clause = { id: string; title: string; run: (world: World) => Promise<void> };
