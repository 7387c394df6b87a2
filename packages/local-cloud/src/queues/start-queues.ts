import { freePort } from '../free-port.ts';
import type { Log } from '../log.ts';
import { type BatchAnswer, loadFauxqs, type MessageBatch, type SqsStore } from './fauxqs-parts.ts';
import { openQueueJournal } from './queue-journal.ts';
import { requestsInFlight } from './requests-in-flight.ts';
import { returnUnread } from './return-unread.ts';

export type QueuesOptions = {
  /** Where queues and messages are kept; made if missing. */
  dataDir: string;
  /** On 127.0.0.1; 0 takes a free one. */
  port: number;
  region: string;
  log: Log;
};

export type Queues = {
  /** The SQS endpoint. */
  url: string;
  /**
   * SendMessageBatch for who lives in this process, without an HTTP request to itself: what it answers for is on disk.
   * @throws Error with SQS's own `code`, when the request as a whole is refused
   */
  sendBatch: (batch: MessageBatch) => BatchAnswer;
  /** Ends waiting polls and the requests in flight; messages stay. */
  stop(): Promise<void>;
};

const longestEndMs = 5_000;

/** Starts the SQS endpoint. @throws Error EADDRINUSE, when the port is taken */
export async function startQueues({ dataDir, port: wantedPort, region, log }: QueuesOptions): Promise<Queues> {
  const { buildApp, createStores, sendMessageBatch } = await loadFauxqs();
  const port = wantedPort === 0 ? await freePort() : wantedPort;
  const url = `http://127.0.0.1:${port}`;
  const journal = openQueueJournal(dataDir);
  const stores = createStores();
  const { sqsStore } = stores;
  // Empty: queue URLs take the host of the request instead of a name under *.localhost, which not every machine resolves.
  sqsStore.host = '';
  journal.restore(sqsStore, url);
  const app = buildApp({ logger: false, defaultRegion: region, stores });
  writeTo(sqsStore, journal);
  app.addHook('preSerialization', async (request, _reply, payload) => returnUnread(sqsStore, request, payload));
  const inFlight = requestsInFlight();
  app.addHook('preHandler', async (request) => inFlight.begin(request));
  // No answer leaves before what it promises is on disk.
  app.addHook('onSend', async (request) => {
    journal.commit();
    inFlight.end(request);
  });
  app.addHook('onError', async (_request, _reply, error) => log.error({ err: error }, 'a queue operation failed'));
  const sendBatch = (batch: MessageBatch): BatchAnswer => {
    const answer = sendMessageBatch(batch, sqsStore);
    journal.commit();
    return answer;
  };
  const close = async () => {
    await app.close();
    // A request may have begun to wait after the first call ended those that waited.
    const hasEnded = await inFlight.ended(longestEndMs, () => sqsStore.shutdown());
    if (!hasEnded) log.error({}, 'a queue operation did not end; the queues are closed all the same');
    journal.close();
  };
  try {
    await app.listen({ port, host: '127.0.0.1' });
  } catch (error) {
    await close();
    throw error;
  }
  return { url, sendBatch, stop: close };
}

function writeTo(store: SqsStore, journal: unknown): void {
  // Only what QueueWrites lists is ever called; the class fauxqs declares has private members nobody else can have.
  const persistence = journal as NonNullable<SqsStore['persistence']>;
  store.persistence = persistence;
  for (const queue of store.allQueues()) queue.persistence = persistence;
}
