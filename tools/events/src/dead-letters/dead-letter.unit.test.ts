import { describe, expect, it } from 'vitest';
import { deadLetterOf } from './dead-letter.ts';
import { letterText } from './letter-text.ts';
import { pickLetters } from './pick-letters.ts';

const text = (StringValue: string) => ({ DataType: 'String', StringValue });
const body = JSON.stringify({
  'detail-type': 'PaymentCaptured',
  detail: { aggregateId: 'payment_1', data: { orderId: 'order_1' } },
});

describe('a dead letter', () => {
  it('tells which event it is and of which order', () => {
    expect(deadLetterOf('order', { MessageId: 'm', Body: body })).toMatchObject({
      messageId: 'm',
      event: 'PaymentCaptured',
      about: 'order_1',
    });
  });

  it('tells of its aggregate when it names no order', () => {
    const level = JSON.stringify({
      'detail-type': 'StockLevelChanged',
      detail: { aggregateId: 'variant_1', data: {} },
    });
    expect(deadLetterOf('order', { Body: level }).about).toBe('variant_1');
  });

  it.each([undefined, 'rubbish', 'null', '[]', '{"detail-type":7}'])('is no event when its body is %s', (Body) => {
    expect(deadLetterOf('order', Body === undefined ? {} : { Body })).toMatchObject({ event: null, about: null });
  });

  it.each([
    [{ MessageAttributes: { reason: text('no contract') } }, 'no contract'],
    [
      { MessageAttributes: { ERROR_CODE: text('NO_PERMISSIONS'), ERROR_MESSAGE: text('denied') } },
      'EventBridge: NO_PERMISSIONS: denied',
    ],
    [{ Attributes: { DeadLetterQueueSourceArn: 'arn:x' } }, 'received too often and never deleted'],
    [{}, 'nobody said why'],
  ])('says why it is there, as far as anyone knows: %j', (message, reason) => {
    expect(deadLetterOf('order', message).reason).toBe(reason);
  });

  it('is shown without what could steer the terminal', () => {
    expect(letterText(deadLetterOf('order', { Body: 'a\u001B[2Jb' }))).not.toContain('\u001B');
  });
});

describe('picking dead letters', () => {
  const letters = [deadLetterOf('order', { MessageId: 'a' }), deadLetterOf('order', { MessageId: 'b' })];

  it('takes those that were named, or all', () => {
    expect(pickLetters(letters, ['b'], false).map(({ messageId }) => messageId)).toEqual(['b']);
    expect(pickLetters(letters, [], true)).toHaveLength(2);
  });

  it('takes none when it was not said which, or one of them is not there', () => {
    expect(() => pickLetters(letters, [], false)).toThrow('Say which');
    expect(() => pickLetters(letters, ['a'], true)).toThrow('Say which');
    expect(() => pickLetters(letters, ['a', 'c'], false)).toThrow('No dead letter has the id c');
  });
});
