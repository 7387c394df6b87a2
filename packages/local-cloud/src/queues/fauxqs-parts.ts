import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SendMessageBatchCommandInput, SendMessageBatchCommandOutput } from '@aws-sdk/client-sqs';
import type { BuildAppOptions, buildApp } from 'fauxqs';

type Stores = NonNullable<BuildAppOptions['stores']>;
export type SqsStore = Stores['sqsStore'];
export type SqsQueue = NonNullable<ReturnType<SqsStore['getQueueByName']>>;
export type SqsMessage = SqsQueue['messages'][number];
/** The writes that the queues make; fauxqs calls them before it changes its memory. */
export type QueueWrites = Pick<
  NonNullable<SqsStore['persistence']>,
  | 'insertQueue'
  | 'deleteQueue'
  | 'updateQueueAttributes'
  | 'updateQueueSequenceCounter'
  | 'insertMessage'
  | 'deleteMessage'
  | 'updateMessageInflight'
  | 'updateMessageReady'
  | 'deleteQueueMessages'
>;

/** Up to ten messages for one queue, as SendMessageBatch has them. */
export type MessageBatch = Required<Pick<SendMessageBatchCommandInput, 'QueueUrl' | 'Entries'>>;
export type BatchAnswer = Pick<SendMessageBatchCommandOutput, 'Successful' | 'Failed'>;

export type FauxqsParts = {
  buildApp: typeof buildApp;
  createStores: () => Stores;
  /** What stands behind SendMessageBatch. @throws SqsError, with SQS's own `code`, when the request as a whole is refused */
  sendMessageBatch: (batch: MessageBatch, store: SqsStore) => BatchAnswer;
};

/**
 * The parts of fauxqs that its front door does not export. Its `startFauxqs` cannot be used: it listens on 0.0.0.0, a
 * message made visible again at once breaks its persistence (NOT NULL), the move to a dead-letter queue takes two
 * commits, and its queue URLs keep an old port or need a resolver for *.localhost. The version is pinned exactly.
 */
export async function loadFauxqs(): Promise<FauxqsParts> {
  // Its exports leave these files out, so they are found by its package.json.
  const root = findPackageJSON('fauxqs', import.meta.url);
  if (root === undefined) throw new Error('fauxqs is not installed.');
  const part = async (name: string) =>
    (await import(pathToFileURL(join(dirname(root), 'dist', name)).href)) as Record<string, unknown>;
  const { buildApp } = await import('fauxqs');
  const { SqsStore } = (await part('sqs/sqsStore.js')) as { SqsStore: new () => Stores['sqsStore'] };
  const { SnsStore } = (await part('sns/snsStore.js')) as { SnsStore: new () => Stores['snsStore'] };
  const { S3Store } = (await part('s3/s3Store.js')) as { S3Store: new () => Stores['s3Store'] };
  const { sendMessageBatch } = (await part('sqs/actions/sendMessageBatch.js')) as Pick<FauxqsParts, 'sendMessageBatch'>;
  return {
    buildApp,
    sendMessageBatch,
    createStores: () => ({ sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() }),
  };
}
