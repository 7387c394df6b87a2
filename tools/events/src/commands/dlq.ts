import type { SQSClient } from '@aws-sdk/client-sqs';
import { withSqs } from '../clients.ts';
import { type HeldLetter, holdDeadLetters } from '../dead-letters/hold-dead-letters.ts';
import { lettersTable, letterText, movedText, publicOf } from '../dead-letters/letter-text.ts';
import { discardLettersForGood, type Moved, redriveLetters } from '../dead-letters/move-letters.ts';
import { pickLetters } from '../dead-letters/pick-letters.ts';
import type { QueueUrls } from '../queue-variables.ts';
import { type Asked, type Command, textOf } from '../terminal/command.ts';
import { CannotDo, WrongUse } from '../terminal/complaints.ts';
import { knownConsumer, limitOf } from '../terminal/known-names.ts';

/** `events dlq`: what no subgraph could take in, and what is to become of it. */
export const dlq: Command = {
  summary: 'dead letters: list, show, redrive, discard',
  help: `Usage: pnpm events dlq list    [--subgraph NAME] [--json]
       pnpm events dlq show    [--subgraph NAME] MESSAGE_ID ... | --all [--json]
       pnpm events dlq redrive [--subgraph NAME] MESSAGE_ID ... | --all [--json]
       pnpm events dlq discard [--subgraph NAME] MESSAGE_ID ... | --all --yes [--json]

  list      every dead letter with the event, the order it tells of, and the reason
  show      the whole message
  redrive   sends it back to the queue in which it failed, then deletes it here; taken in twice, it changes nothing
  discard   deletes it for good; asks for --yes

  --subgraph NAME   only the dead letters of that subgraph, or of the gateway
  --limit N         looks at N letters of each queue at most (default 1000)

SQS cannot be looked into without receiving: letters are hidden from others while the command runs, and for up to two
minutes when it is killed.
`,
  options: {
    subgraph: { type: 'string' },
    all: { type: 'boolean' },
    yes: { type: 'boolean' },
    limit: { type: 'string', default: '1000' },
  },
  run: async (asked) => {
    const [action = 'list', ...ids] = asked.positionals;
    const act = Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : undefined;
    if (!act) throw new WrongUse(`dlq can list, show, redrive and discard, not ${action}.`);
    if (action === 'list' && ids.length > 0) throw new WrongUse('dlq list takes no MESSAGE_ID: did you mean show?');
    const queues = queuesOf(asked);
    const wanted = { limit: limitOf(asked), ids };
    await withSqs(asked.eventPath.cloud(), (sqs) =>
      holdDeadLetters({ sqs, queues, wanted }, (letters) => act({ asked, sqs, letters, ids })),
    );
  },
};

type Sitting = { asked: Asked; sqs: SQSClient; letters: readonly HeldLetter[]; ids: readonly string[] };

const actions = {
  list: async ({ asked, letters }: Sitting) => {
    asked.tell(letters.map(publicOf));
    asked.say(lettersTable(letters));
  },
  show: async ({ asked, letters, ids }: Sitting) => {
    const picked = pickLetters(letters, ids, asked.values.all === true);
    asked.tell(picked.map(publicOf));
    asked.say(picked.map(letterText).join('\n\n'));
  },
  redrive: async ({ asked, sqs, letters, ids }: Sitting) => {
    report(
      asked,
      await redriveLetters(sqs, pickLetters(letters, ids, asked.values.all === true), asked.interrupted),
      'sent back',
    );
  },
  discard: async ({ asked, sqs, letters, ids }: Sitting) => {
    const picked = pickLetters(letters, ids, asked.values.all === true);
    if (asked.values.yes !== true) {
      asked.say(lettersTable(picked));
      throw new WrongUse(`What is discarded is gone for good: say --yes to discard these ${picked.length}.`);
    }
    report(asked, await discardLettersForGood(sqs, picked, asked.interrupted), 'discarded');
  },
};

const report = ({ tell, say }: Asked, moved: readonly Moved[], done: string): void => {
  tell(moved);
  say(movedText(moved, done));
  const failed = moved.filter(({ error }) => error !== null).length;
  if (failed > 0) throw new CannotDo(`${failed} of ${moved.length} were not ${done}; they are still dead letters.`);
};

const queuesOf = (asked: Asked): QueueUrls[] => {
  const name = textOf(asked, 'subgraph');
  const subgraph = name === undefined ? undefined : knownConsumer(name);
  const queues = asked.eventPath.queues().filter((queue) => subgraph === undefined || queue.subgraph === subgraph);
  if (queues.length === 0) throw new WrongUse(`${subgraph} reacts to no event and has no queue.`);
  return queues;
};
