import { describe, expect, it } from 'vitest';
import { arnsBeside } from './event-arns.ts';
import { readReplayOrder } from './replay-order.ts';

const now = new Date('2026-02-01T12:00:00Z');
const asked = (values: Record<string, string>) =>
  readReplayOrder({ values: { from: '2026-01-31', to: '2026-02-01', ...values } }, now);

describe('what is to be replayed', () => {
  it('is every event to everybody when only the time is given', () => {
    expect(asked({})).toEqual({
      from: new Date('2026-01-31T00:00:00Z'),
      to: new Date('2026-02-01T00:00:00Z'),
      event: null,
      subgraphs: null,
    });
  });

  it('goes with one event to all who react to it', () => {
    expect(asked({ event: 'OrderRejected' }).subgraphs).toEqual(['product', 'payment']);
    expect(asked({ event: 'OrderRejected', 'to-subgraph': 'payment' }).subgraphs).toEqual(['payment']);
  });

  it.each([
    [{ from: '2026-02-01T13:00:00' }, '--from takes an instant with its time zone'],
    [{ from: 'yesterday' }, 'not "yesterday"'],
    [{ from: '2026-02-01' }, '--from must be before --to'],
    [{ to: '2026-02-01T12:00:01Z' }, 'not be in the future'],
    [{ event: 'OrderPlacd' }, 'Did you mean OrderCancelled, OrderConfirmed, OrderPlaced'],
    [{ event: 'ReviewPosted' }, 'Nobody reacts to ReviewPosted'],
    [{ event: 'OrderPlaced', 'to-subgraph': 'payment' }, 'payment does not react to OrderPlaced; product does'],
    [{ event: 'OrderPlaced', 'to-subgraph': 'user' }, 'user does not react to OrderPlaced'],
    [{ 'to-subgraph': 'shop' }, 'There is no subgraph shop'],
  ])('refuses %j: %s', (values, sentence) => {
    expect(() => asked(values)).toThrow(sentence);
  });
});

describe('the ARNs beside an archive', () => {
  const arns = arnsBeside('arn:aws-cn:events:cn-north-1:123456789012:archive/shop', 'cartograph');

  it('are in its partition, region and account', () => {
    expect(arns.bus).toBe('arn:aws-cn:events:cn-north-1:123456789012:event-bus/cartograph');
    expect(arns.rule('to-order')).toBe('arn:aws-cn:events:cn-north-1:123456789012:rule/cartograph/to-order');
  });

  it('name a queue by the account in its URL', () => {
    expect(arns.queue('https://sqs.cn-north-1.amazonaws.com.cn/210987654321/orders')).toBe(
      'arn:aws-cn:sqs:cn-north-1:210987654321:orders',
    );
  });
});
