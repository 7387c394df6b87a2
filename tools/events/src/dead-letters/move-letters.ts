import { DeleteMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { HeldLetter } from './hold-dead-letters.ts';

/** What became of each letter. */
export type Moved = { readonly messageId: string; readonly subgraph: string; readonly error: string | null };

/**
 * Sends letters back to the queue they failed in, then deletes them: in this order, so that a crash between the two
 * leaves a duplicate, which the inbox makes harmless, and never a gap. The reason stays behind.
 */
export const redriveLetters = (
  sqs: SQSClient,
  letters: readonly HeldLetter[],
  interrupted: AbortSignal,
): Promise<Moved[]> =>
  oneByOne({ letters, interrupted }, async (letter) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: letter.queue.queueUrl, MessageBody: letter.body }));
    await deleteLetter(sqs, letter);
  });

/** Deletes letters for good. */
export const discardLettersForGood = (
  sqs: SQSClient,
  letters: readonly HeldLetter[],
  interrupted: AbortSignal,
): Promise<Moved[]> => oneByOne({ letters, interrupted }, (letter) => deleteLetter(sqs, letter));

/** In the order of the queue; a letter that fails does not keep the others. Ctrl-C stops before the next. */
const oneByOne = async (
  { letters, interrupted }: { letters: readonly HeldLetter[]; interrupted: AbortSignal },
  move: (letter: HeldLetter) => Promise<void>,
): Promise<Moved[]> => {
  const moved: Moved[] = [];
  for (const letter of letters) {
    if (interrupted.aborted) break;
    const { messageId, subgraph } = letter;
    const error = await move(letter).then(
      () => null,
      (failure: unknown) => (failure instanceof Error ? failure.message : String(failure)),
    );
    moved.push({ messageId, subgraph, error });
  }
  return moved;
};

const deleteLetter = async (sqs: SQSClient, { queue, message }: HeldLetter): Promise<void> => {
  const { ReceiptHandle } = message;
  await sqs.send(new DeleteMessageCommand({ QueueUrl: queue.deadLetterQueueUrl, ReceiptHandle }));
};
