import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PurgeQueueCommand } from '@aws-sdk/client-sqs';
import { queueRoutes } from '@cartograph/events';
import type { Supergraph } from '@cartograph/testing';
import { type Charge, providerLedger } from '../../support/ledgers.ts';
import { openQueues } from '../../support/queues.ts';
import type { Plant } from './plant.ts';

/** Faults where no database of ours sees them: on the provider's own books, and in a queue. */
export const outsidePlants: readonly Plant[] = [
  {
    name: 'a second charge at the provider under another key',
    breaks: 'effect doubled',
    plant: async (supergraph) => {
      const charged = (await providerLedger(supergraph)).find((charge) => BigInt(charge.capturedMinor) > 0n);
      if (!charged) throw new Error('nobody was charged');
      const second = await post(supergraph, '/v1/payments', {
        amountMinor: charged.capturedMinor,
        currency: 'EUR',
        paymentMethodToken: 'tok_approve',
        reference: charged.reference,
      });
      await post(supergraph, `/v1/payments/${second.id}/capture`, { amountMinor: charged.capturedMinor });
      return async () => forgetCharge(supergraph, second.id);
    },
  },
  {
    name: 'an event that ended as a dead letter',
    breaks: 'event not accepted',
    plant: async (supergraph) => {
      const [route] = queueRoutes();
      const queueName = route?.deadLetterQueueName ?? '';
      const queues = openQueues(supergraph);
      await queues.send(queueName, ['an event of long ago']);
      return async () => {
        await queues.sqs.send(new PurgeQueueCommand({ QueueUrl: queues.urlOf(queueName) }));
        queues.close();
      };
    },
  },
];

const post = async ({ stack }: Supergraph, path: string, body: object): Promise<Charge> => {
  const { ports, secrets } = stack.facts;
  const answer = await fetch(`http://127.0.0.1:${ports['sandbox-provider']}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secrets.providerApiKey}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Charge;
};

const forgetCharge = ({ stack }: Supergraph, chargeId: string): void => {
  const store = new DatabaseSync(join(stack.facts.options.dataDir, 'sandbox-provider/sandbox-provider.sqlite'));
  store.exec('PRAGMA busy_timeout = 5000');
  store.prepare('DELETE FROM operation WHERE charge_id = ?').run(chargeId);
  store.prepare('DELETE FROM charge WHERE id = ?').run(chargeId);
  store.close();
};
