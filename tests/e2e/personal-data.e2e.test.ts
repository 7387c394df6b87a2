import { createHash } from 'node:crypto';
import { uuidOfId } from '@cartograph/ids';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProducts } from '../support/import-catalogue.ts';
import { untilQueuesAreEmpty } from '../support/queues.ts';
import { inEachDatabase, whereStands } from '../support/search-databases.ts';
import { seenSpans } from '../support/seen-spans.ts';
import { checkOut, fillCart, registerShopper, type Shopper, untilSettled, variantOf } from '../support/shopper.ts';
import { until } from '../support/until.ts';

const request = 'id kind status receipts { subgraph receivedAt recordCount sha256 }';
const file = 'file { name byteLength sha256 content }';
type Request = { id: string; status: string; receipts: { subgraph: string; receivedAt: string | null }[] };

/** Marks that stand nowhere else: where they are found, there is personal data. */
const name = 'Quintessa Marked';
const street = 'Unmistakable Alley 77';

describe('what the shop holds of a person', () => {
  let supergraph: Supergraph;
  let ada: Shopper;
  let eve: Shopper;
  let adaId: string;
  let orderId: string;
  let exportId: string;

  const ask = async (query: string, variables: Record<string, unknown>, shopper: Shopper) => {
    const answer = await supergraph.storefront.ask(query, variables, shopper.caller);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const lookAt = async (id: string, shopper: Shopper, fields = request) =>
    (await ask(`query ($id: ID!) { dataRequest(id: $id) { ${fields} } }`, { id }, shopper)).dataRequest;
  const untilStatus = (id: string, status: string) =>
    until(`the request to be ${status}`, async () => {
      const found: Request | null = await lookAt(id, ada).catch(() => null);
      return found?.status === status && found;
    });

  beforeAll(async () => {
    supergraph = await startSupergraph({ hasTraces: true, settings: { user: { EXPORT_SWEEP_SECONDS: '0.2' } } });
    const { storefront } = supergraph;
    await importProducts(supergraph, [{ handle: 'lamp', priceEur: '19.99', quantity: 100 }]);
    const variantId = await variantOf(storefront, 'lamp');
    ada = await registerShopper(storefront, name);
    eve = await registerShopper(storefront, 'Eve');
    adaId = (await ask('{ me { id } }', {}, ada)).me.id;
    const address = { countryCode: 'DE', recipient: name, lines: [street], locality: 'Berlin', postalCode: '10117' };
    await ask(
      'mutation ($a: PostalAddressInput!) { addAddress(input: { address: $a }) { userErrors { code } } }',
      { a: address },
      ada,
    );
    const placed = await checkOut(storefront, await fillCart(storefront, { caller: ada.caller, variantId }));
    await untilSettled(storefront, placed);
    orderId = placed.orderId ?? '';
    // A cart that never becomes an order.
    await fillCart(storefront, { caller: ada.caller, variantId });
  });
  afterAll(async () => supergraph?.stop());

  it('is in no trace of what was done: no name, address, mail, token or code, wherever a value could have slipped in', async () => {
    const spans = await until('the traces of what was done', async () => {
      const found = await seenSpans(supergraph);
      const names = new Set(found.map((span) => span.name));
      const services = new Set(found.map((span) => span.service));
      return (
        ['Mutation.register', 'Mutation.addAddress', 'process PaymentCaptured'].every((one) => names.has(one)) &&
        ['gateway', 'product', 'order', 'user', 'payment'].every((one) => services.has(one)) &&
        found
      );
    });
    const told = JSON.stringify(spans);
    const values = [
      name,
      street,
      'Marked',
      '10117',
      'Berlin',
      ada.email,
      'a long enough secret',
      ada.caller.accessToken ?? '',
    ];
    expect(values.filter((value) => told.includes(value))).toEqual([]);
    expect(told).not.toMatch(/tok_approve|argon2|eyJ|@example/);
  });

  it('is gathered from all four subgraphs into one file, also when the process that gathers is killed', async () => {
    const [asked, again] = await Promise.all(
      [1, 2].map(() =>
        ask(`mutation { requestDataExport { dataRequest { ${request} } userErrors { code } } }`, {}, ada),
      ),
    );
    exportId = asked.requestDataExport.dataRequest.id;
    expect(again.requestDataExport.dataRequest.id).toBe(exportId);
    await supergraph.stack.kill('user');
    // The next process need not wait for the lease of the dead one.
    await inEachDatabase(supergraph, async (client, subgraph) => {
      if (subgraph === 'user') await client.query('UPDATE data_request_part SET next_attempt_at = now()');
    });
    await supergraph.stack.restart('user');
    const ready = await untilStatus(exportId, 'READY');
    expect(ready.receipts.map(({ subgraph }) => subgraph)).toEqual(['order', 'payment', 'product', 'user']);
    const copy = (await lookAt(exportId, ada, file)).file;
    expect(createHash('sha256').update(copy.content).digest('hex')).toBe(copy.sha256);
    const { records } = JSON.parse(copy.content);
    expect(records.user).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'Account',
          id: adaId,
          email: ada.email,
          name,
          sessions: [
            expect.objectContaining({ device: expect.any(String), lastUsedAt: expect.any(String), endedAt: null }),
          ],
        }),
        expect.objectContaining({ kind: 'Address', lines: [street] }),
      ]),
    );
    expect(records.order.map(({ kind }: { kind: string }) => kind)).toEqual(['Cart', 'Cart', 'Order']);
    expect(records.order[2]).toMatchObject({
      id: orderId,
      buyerId: adaId,
      totalMinor: '1999',
      lines: [{ title: 'Test lamp' }],
    });
    expect(records.payment).toMatchObject([
      { kind: 'Payment', orderId, amountMinor: '1999', transactions: [{ kind: 'AUTHORIZE' }, { kind: 'CAPTURE' }] },
    ]);
    expect(copy.content).not.toMatch(/tok_approve|argon2/);
  });

  it('is fetched by its owner and by nobody else', async () => {
    expect(await lookAt(exportId, eve)).toBeNull();
    const query = `query ($id: ID!) { dataRequest(id: $id) { id ${file} } }`;
    expect((await supergraph.storefront.ask(query, { id: exportId })).data?.dataRequest).toBeNull();
    const door = 'query ($userId: ID!) { orderPersonalRecords(userId: $userId) { records } }';
    for (const caller of [ada.caller, eve.caller, {}]) {
      const answer = await supergraph.storefront.ask(door, { userId: adaId }, caller);
      expect(answer.data?.orderPersonalRecords ?? null).toBeNull();
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(answer.errors?.[0]?.extensions?.code);
    }
  });

  it('is erased in all four, with a receipt from each, also when processes are killed in the middle', async () => {
    const erase =
      'mutation ($e: String!) { requestErasure(input: { confirmEmail: $e }) { dataRequest { id } userErrors { code } } }';
    const refused = await ask(erase, { e: eve.email }, ada);
    expect(refused.requestErasure).toEqual({ dataRequest: null, userErrors: [{ code: 'INVALID_INPUT' }] });
    const ledger = await ledgerOf(supergraph);
    await supergraph.stack.kill('order');
    const { id } = (await ask(erase, { e: ada.email.toUpperCase() }, ada)).requestErasure.dataRequest;
    const waited = await until('three receipts', async () => {
      const found: Request = await lookAt(id, ada);
      return found.receipts.filter(({ receivedAt }) => receivedAt !== null).length === 3 && found;
    });
    expect(waited.status).toBe('IN_PROGRESS');
    expect(waited.receipts.find(({ receivedAt }) => receivedAt === null)?.subgraph).toBe('order');
    await supergraph.stack.kill('user');
    await supergraph.stack.restart('order');
    await supergraph.stack.restart('user');
    expect((await untilStatus(id, 'COMPLETED')).receipts.every(({ receivedAt }) => receivedAt !== null)).toBe(true);
    await expectForgotten(supergraph, { adaId, email: ada.email });
    expect(await ledgerOf(supergraph)).toEqual(ledger);
  });

  it('does not come back: not by the token that still lives, and not by a replay of every event there was', async () => {
    const me = '{ me { id } }';
    expect((await ask(me, {}, ada)).me).toBeNull();
    expect((await ask('query ($id: ID!) { order(id: $id) { id } }', { id: orderId }, ada)).order).toBeNull();
    const profile = 'mutation { updateProfile(input: { phone: "+4930123456" }) { userErrors { code } } }';
    expect((await ask(profile, {}, ada)).updateProfile.userErrors).toEqual([{ code: 'ACCOUNT_CLOSED' }]);
    expect((await lookAt(exportId, ada, `status ${file}`)).file).toBeNull();
    // As if the memory of what was taken in had been swept before the archive was replayed.
    await inEachDatabase(supergraph, (client) => client.query('DELETE FROM inbox_event'));
    await inEachDatabase(supergraph, (client) =>
      client.query('UPDATE outbox_event SET sent_at = NULL, next_attempt_at = now()'),
    );
    await until('every event to be sent once more', async () => {
      const left = await inEachDatabase(
        supergraph,
        async (client) => (await client.query('SELECT 1 FROM outbox_event WHERE sent_at IS NULL')).rowCount,
      );
      return left.every((count) => count === 0);
    });
    await untilQueuesAreEmpty(supergraph);
    await expectForgotten(supergraph, { adaId, email: ada.email });
  });

  it('leaves the address free for somebody new', async () => {
    const input = { email: ada.email, password: 'a long enough secret', name: 'Somebody New' };
    const again = await supergraph.storefront.ask(
      'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }',
      { input },
    );
    expect(again.data?.register.user.id).toMatch(/^user_/);
    expect(again.data?.register.user.id).not.toBe(adaId);
  });
});

const ledgerOf = async (supergraph: Supergraph) => {
  const counted = await inEachDatabase(supergraph, async (client, subgraph) => {
    if (subgraph !== 'payment') return [];
    return (await client.query('SELECT account, side, amount_minor, currency FROM ledger_entry ORDER BY position'))
      .rows as unknown[];
  });
  expect(counted.flat().length).toBeGreaterThan(0);
  return counted.flat();
};

/** Nothing that tells who it was stands anywhere; the id alone stands where it is a tombstone or a reference of an event. */
const expectForgotten = async (supergraph: Supergraph, { adaId, email }: { adaId: string; email: string }) => {
  for (const mark of [name, street, email]) expect(await whereStands(supergraph, mark)).toEqual([]);
  expect(await whereStands(supergraph, uuidOfId(adaId as Parameters<typeof uuidOfId>[0]))).toEqual([
    'product.erased_person',
    'order.erased_person',
    'user.app_user',
    'user.data_request',
    'payment.erased_person',
  ]);
};
