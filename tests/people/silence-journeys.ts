import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { inEachDatabase } from '../support/search-databases.ts';
import { checkOut, fillCart, registerShopper, type Shopper, untilSettled } from '../support/shopper.ts';
import { until } from '../support/until.ts';
import { type Account, mutate, registerVerified, signInStaff, tryTo } from './accounts.ts';
import { markedAddress, markedPerson, marks } from './marks.ts';
import type { Place } from './place.ts';
import { publicPlaces, whereFound } from './places.ts';
import type { Shop } from './shop.ts';
import { wrongRequests } from './wrong-requests.ts';

type Fault = { subgraph: string; table: string; name: string; input: Record<string, unknown>; isStaff?: true };

/** Writes with marked values, and the table on which each fails: PostgreSQL then repeats the whole row in its complaint. */
const faultsFor = ({ email, password }: Account, orderId: string | undefined): Fault[] => {
  const user = 'user';
  const ticket = { subject: 'Quintessa asks', message: 'Quintessa?', idempotencyKey: randomUUID() };
  const cancel = { orderId, idempotencyKey: randomUUID(), reason: 'Quintessa asked by phone' };
  const profile = { name: 'Quintessa Again', phone: '+49 30 23125 098' };
  return [
    { subgraph: user, table: 'app_user', name: 'register', input: markedPerson() },
    { subgraph: user, table: 'profile', name: 'updateProfile', input: profile },
    {
      subgraph: user,
      table: 'address',
      name: 'addAddress',
      input: { address: { ...markedAddress, postalCode: '10999' } },
    },
    { subgraph: user, table: 'support_ticket', name: 'openTicket', input: ticket },
    { subgraph: user, table: 'ticket_message', name: 'openTicket', input: ticket },
    { subgraph: user, table: 'session', name: 'signIn', input: { email, password } },
    { subgraph: 'order', table: 'audit_entry', name: 'cancelOrder', input: cancel, isStaff: true },
  ];
};

/** Works while the table takes nothing. */
const failingOn = async <Result>(
  { supergraph }: Shop,
  { subgraph, table }: Pick<Fault, 'subgraph' | 'table'>,
  work: () => Promise<Result>,
): Promise<Result> => {
  const change = (sql: string) =>
    inEachDatabase(supergraph, async (client, at) => at === subgraph && client.query(`ALTER TABLE ${table} ${sql}`));
  await change('ADD CONSTRAINT nothing_is_taken CHECK (false) NOT VALID');
  try {
    return await work();
  } finally {
    await change('DROP CONSTRAINT nothing_is_taken');
  }
};

/** What nobody else may read, after everything else in this shop was done by people whose data is marked. */
export const silenceJourneys = (shop: () => Shop): void => {
  describe('what people say of themselves', () => {
    let ada: Account;
    let eve: Shopper;
    const things: Record<string, string> = {};
    let places: Place[] = [];
    beforeAll(async () => {
      ada = await registerVerified(shop());
      eve = await registerShopper(shop().supergraph.storefront, 'Eve');
      const { caller } = ada;
      await mutate(shop(), 'addAddress', { input: { address: markedAddress }, caller });
      const { storefront, variantId } = shop();
      const placed = await checkOut(storefront, await fillCart(storefront, { caller, variantId }));
      await untilSettled(storefront, placed);
      const opened = {
        subject: 'Quintessa',
        message: 'Quintessa',
        orderId: placed.orderId,
        idempotencyKey: randomUUID(),
      };
      const { ticket } = await mutate(shop(), 'openTicket', { input: opened, caller });
      const copy = await mutate(shop(), 'requestDataExport', { caller });
      Object.assign(things, {
        order: placed.orderId,
        ticket: ticket.id,
        dataRequest: copy.dataRequest.id,
        user: ada.id,
      });
    });
    const statusOf = async (id: string | undefined) =>
      (await shop().storefront.ask('query ($id: ID!) { dataRequest(id: $id) { status } }', { id }, ada.caller)).data
        .dataRequest?.status;

    it('is told to nobody else, by whatever door they ask', async () => {
      await until('the copy', async () => (await statusOf(things['dataRequest'])) === 'READY');
      const finance = await signInStaff(shop(), 'FINANCE');
      const question = `query ($order: ID!, $ticket: ID!, $dataRequest: ID!, $user: ID!) {
        order(id: $order) { status customer { name email addresses { label } } }
        ticket(id: $ticket) { subject messages { body } customer { name } }
        dataRequest(id: $dataRequest) { file { content } }
        node(id: $user) { id ... on User { name email phone dataRequests { file { content } } } }
        orderPersonalRecords(userId: $user) { records } }`;
      const asOwner = await shop().storefront.ask(question, things, ada.caller);
      expect(JSON.stringify(asOwner)).toMatch(/quintessa/i);
      for (const caller of [{}, eve.caller, finance.caller]) {
        const answer = await shop().storefront.ask(question, things, caller);
        expect(whereFound([{ name: 'answer', text: JSON.stringify(answer) }], marks)).toEqual([]);
        expect(answer.errors?.length).toBeGreaterThan(0);
      }
    });

    it('goes into no log, event or error, also when requests are wrong and when what writes it down fails', async () => {
      const statuses = await Promise.all(wrongRequests(ada).map((request) => request(shop())));
      for (const status of statuses) expect(status).toBeLessThan(500);
      const support = await signInStaff(shop(), 'SUPPORT');
      const faults = faultsFor(ada, things['order']);
      for (const { subgraph, table, name, input, isStaff } of faults) {
        const { data, errors } = await failingOn(shop(), { subgraph, table }, () =>
          tryTo(shop(), name, { input, caller: (isStaff ? support : ada).caller }),
        );
        expect({ table, data: data ?? null, code: errors?.[0]?.extensions?.code }).toEqual({
          table,
          data: null,
          code: 'INTERNAL_SERVER_ERROR',
        });
      }
      const cancelled = faults.find(({ name }) => name === 'cancelOrder');
      await mutate(shop(), 'cancelOrder', { input: cancelled?.input ?? {}, caller: support.caller });
      const erase = await mutate(shop(), 'requestErasure', { input: { confirmEmail: ada.email }, caller: ada.caller });
      await until('the erasure', async () => (await statusOf(erase.dataRequest.id)) === 'COMPLETED');

      // Telemetry is sent once a second.
      await delay(1_200);
      places = await publicPlaces(shop());
      expect(whereFound(places, [...marks, ...credentialsIn(shop())])).toEqual([]);
    });

    it('is looked for in each place where something is told: what is no secret is found there', () => {
      const placesOf = (text: string) => whereFound(places, [text]).map((found) => found.split(':')[0]);
      const others = ['gateway', 'product', 'order', 'payment', 'local-cloud', 'sandbox-provider'];
      expect(placesOf('"msg":"ready"')).toEqual(
        expect.arrayContaining([...shop().userParts, ...others].map((part) => `logs/${part}.log`)),
      );
      expect(placesOf('a resolver failed')).toContain(`logs/${shop().userParts[0]}.log`);
      expect(placesOf(things['order'] ?? '')).toEqual(
        expect.arrayContaining(['order.outbox_event', 'payment.outbox_event', expect.stringMatching(/event-bridge/)]),
      );
      for (const service of ['gateway', 'user', 'product', 'order', 'payment'])
        expect(placesOf(`"stringValue":"${service}"`)).toEqual(
          expect.arrayContaining(
            ['metrics', 'traces'].map((signal) => expect.stringMatching(`^telemetry/v1/${signal}`)),
          ),
        );
      expect(placesOf('internal')).toContainEqual(expect.stringMatching(/^error/));
    });

    it('is found where it is planted', async () => {
      const { dataDir } = shop().supergraph.stack.facts.options;
      await appendFile(join(dataDir, 'logs/payment.log'), '{"msg":"paid","by":"quintessa.0@example.com"}\n');
      await appendFile(join(dataDir, 'local-cloud/event-bridge/planted'), 'from 198.18.0.7');
      const span = JSON.stringify({ attributes: [{ key: 'name', value: { stringValue: 'Quintessa' } }] });
      await fetch(`${shop().collector.url}/v1/traces`, { method: 'POST', body: span });
      await inEachDatabase(shop().supergraph, async (client, subgraph) => {
        if (subgraph === 'order')
          await client.query(
            `UPDATE outbox_event SET data = '{"to":"Quintessa"}' WHERE position = (SELECT min(position) FROM outbox_event)`,
          );
      });
      const found = whereFound(await publicPlaces(shop()), marks).map((place) => place.split(':')[0]);
      expect(found).toHaveLength(4);
      expect(found).toEqual(
        expect.arrayContaining([
          'local-cloud/event-bridge/planted',
          'logs/payment.log',
          'order.outbox_event',
          expect.stringMatching('^telemetry/v1/traces'),
        ]),
      );
    });
  });
};

/** The tokens, codes and secrets that were handed out to people in this shop. */
const credentialsIn = ({ exchanges }: Shop): string[] => {
  const handedOut = /"(?:accessToken|refreshToken|guestToken|secret)":"([^"]{16,})"|"([0-9A-Z]{5}-[0-9A-Z]{5})"/g;
  const found = exchanges.flatMap(({ answer }) =>
    [...answer.matchAll(handedOut)].map(([, token, code]) => token ?? code),
  );
  return [...new Set(found)].filter((text): text is string => text !== undefined);
};
