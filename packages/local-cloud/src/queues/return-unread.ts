import type { IncomingMessage } from 'node:http';
import type { SqsStore } from './fauxqs-parts.ts';

type Request = { raw: IncomingMessage; body: unknown };
type Received = { Messages?: { ReceiptHandle: string }[] };

/**
 * Gives back what a long poll received for a client that has gone, such as a killed consumer. As fauxqs wakes every poll
 * it ever accepted, these messages would otherwise be invisible until their time-out and count as received.
 */
export function returnUnread(store: SqsStore, { raw, body }: Request, payload: unknown): unknown {
  const messages = (payload as Received | null)?.Messages;
  if (messages === undefined || !raw.socket.destroyed) return payload;
  const queue = store.getQueue(String((body as { QueueUrl?: unknown }).QueueUrl));
  for (const { ReceiptHandle } of messages) {
    const entry = queue?.inflightMessages.get(ReceiptHandle);
    if (entry === undefined) continue;
    entry.message.approximateReceiveCount -= 1;
    queue?.changeVisibility(ReceiptHandle, 0);
  }
  return payload;
}
