import type { Charge } from '../../support/ledgers.ts';
import type { Broken, Invariant } from './broken.ts';
import type { OrderRow, World } from './world.ts';

const broken = (invariant: Invariant, orderId: string, what: string): Broken => ({ invariant, what, orderId });

const sum = <Item>(items: readonly Item[], amountOf: (item: Item) => string): bigint =>
  items.reduce((total, item) => total + BigInt(amountOf(item)), 0n);

/** What the provider has taken and not given back. */
const keptBy = (charges: readonly Charge[]): bigint =>
  sum(charges, (one) => one.capturedMinor) - sum(charges, (one) => one.refundedMinor);

const isHanging = ({ status }: Charge): boolean => status === 'authorized' || status === 'requires_action';

/** Money is only taken for an order, and only kept or held for one that lives. */
export const paymentsWithoutOrder = ({ orders, payments, charges }: World): Broken[] => {
  const known = new Set(orders.map(({ id }) => id));
  const strayPayments = payments.filter(({ order_id }) => !known.has(order_id));
  const strayCharges = charges.filter(({ reference }) => !known.has(reference));
  const dead = orders.filter(({ status }) => status === 'REJECTED' || status === 'CANCELLED');
  return [
    ...strayPayments.map(({ id, order_id }) => broken('payment without order', order_id, `payment ${id} has no order`)),
    ...strayCharges.map(({ id, reference }) => broken('payment without order', reference, `charge ${id} has no order`)),
    ...dead.flatMap(({ id, status }) => {
      const own = charges.filter(({ reference }) => reference === id);
      if (keptBy(own) === 0n && !own.some(isHanging)) return [];
      return [
        broken('payment without order', id, `the order is ${status}, the provider keeps ${keptBy(own)}: ${brief(own)}`),
      ];
    }),
  ];
};

/** Who is sent goods has paid for them, whole, by our books and by the provider's. */
export const ordersWithoutPayment = ({ orders, payments, charges }: World): Broken[] =>
  orders
    .filter(({ status }) => status === 'CONFIRMED')
    .flatMap((order) => {
      const own = charges.filter(({ reference }) => reference === order.id);
      const isCharged = keptBy(own) >= BigInt(order.total_minor);
      const isPaid = payments.some((row) => row.order_id === order.id && row.captured_minor === order.total_minor);
      if (isCharged && isPaid && order.payment_status === 'PAID') return [];
      return [
        broken(
          'order without payment',
          order.id,
          `${describe(order)}; provider: ${brief(own)}; our payment: ${isPaid}`,
        ),
      ];
    });

/** Nobody is charged twice: one payment an order, each move of money once, by our books and by the provider's. */
export const chargesDoubled = ({ orders, payments, transactions, charges }: World): Broken[] =>
  orders.flatMap(({ id }) => {
    const own = charges.filter(({ reference }) => reference === id);
    const moves = transactions
      .filter((row) => row.order_id === id && row.status === 'SUCCEEDED')
      .map(({ kind }) => kind);
    const doubled = (isSo: boolean, what: string) => (isSo ? [broken('effect doubled', id, what)] : []);
    return [
      ...doubled(
        own.filter(({ authorizedMinor }) => BigInt(authorizedMinor) > 0n).length > 1,
        `charges: ${brief(own)}`,
      ),
      ...doubled(payments.filter(({ order_id }) => order_id === id).length > 1, 'the order has two payments'),
      ...doubled(new Set(moves).size < moves.length, `money moved twice: ${moves.join(', ')}`),
    ];
  });

/** Lines add up to the order, and the order, our payment and the provider mean the same amount. */
export const totalsOff = ({ orders, lines, payments, charges }: World): Broken[] =>
  orders.flatMap((order) => {
    const off = (isSo: boolean, what: string) => (isSo ? [broken('totals off', order.id, what)] : []);
    const ownLines = sum(
      lines.filter(({ order_id }) => order_id === order.id),
      ({ total_minor }) => total_minor,
    );
    const own = charges.filter(({ reference }) => reference === order.id);
    const payment = payments.find(({ order_id }) => order_id === order.id);
    const captured = sum(own, (one) => one.capturedMinor);
    const refunded = sum(own, (one) => one.refundedMinor);
    return [
      ...off(ownLines !== BigInt(order.total_minor), `lines add up to ${ownLines}, the order to ${order.total_minor}`),
      ...off(
        payment !== undefined && payment.amount_minor !== order.total_minor,
        `the payment is over ${payment?.amount_minor}`,
      ),
      ...off(payment !== undefined && payment.currency !== order.currency, `the payment is in ${payment?.currency}`),
      ...off(
        captured !== BigInt(payment?.captured_minor ?? 0),
        `the provider captured ${captured}, we wrote ${payment?.captured_minor}`,
      ),
      ...off(
        refunded !== BigInt(payment?.refunded_minor ?? 0),
        `the provider refunded ${refunded}, we wrote ${payment?.refunded_minor}`,
      ),
    ];
  });

/** The ledger balances by transaction and currency, and nothing is captured or refunded beyond what there was. */
export const ledgerOff = ({ payments, transactions, ledger }: World): Broken[] => {
  const balances = Map.groupBy(ledger, (row) => `${row.transaction_id} ${row.currency}`);
  return [
    ...[...balances.values()].flatMap((entries) => {
      const off = sum(entries, ({ side, amount_minor }) => (side === 'DEBIT' ? amount_minor : `-${amount_minor}`));
      const [first] = entries;
      if (off === 0n || !first) return [];
      return [
        broken('ledger off', first.order_id, `transaction ${first.transaction_id} is off by ${off} ${first.currency}`),
      ];
    }),
    ...payments.flatMap((row) => {
      const moved = (kind: string) =>
        sum(
          transactions.filter((one) => one.payment_id === row.id && one.kind === kind && one.status === 'SUCCEEDED'),
          ({ amount_minor }) => amount_minor,
        );
      const [authorized, captured, refunded] = [row.authorized_minor, row.captured_minor, row.refunded_minor].map(
        BigInt,
      );
      const isRight =
        moved('CAPTURE') === captured &&
        moved('REFUND') === refunded &&
        (captured ?? 0n) <= (authorized ?? 0n) &&
        (refunded ?? 0n) <= (captured ?? 0n);
      return isRight ? [] : [broken('ledger off', row.order_id, `payment ${row.id} does not match its transactions`)];
    }),
  ];
};

const describe = ({ status, payment_status, total_minor }: OrderRow): string =>
  `the order is ${status} and ${payment_status} over ${total_minor}`;

const brief = (charges: readonly Charge[]): string =>
  charges.map((one) => `${one.status} ${one.authorizedMinor}/${one.capturedMinor}/${one.refundedMinor}`).join(', ') ||
  'no charge';
