import { describe, expect, it } from 'vitest';
import { MalformedNotification, readNotification } from './notification.ts';

const mail = { kind: 'MAIL', to: 'ada@example.com', subject: 'Your order', text: 'It is on its way.' };

describe('a message of the queue', () => {
  it('is a notification by its contract', () => {
    const message = { notificationId: 'notification_1', channel: mail };
    expect(readNotification(JSON.stringify(message))).toEqual(message);
  });

  it.each([
    ['no JSON', '{'],
    ['without an id', JSON.stringify({ channel: mail })],
    ['with an id that could be anything', JSON.stringify({ notificationId: '../x y', channel: mail })],
    ['to no address', JSON.stringify({ notificationId: 'a', channel: { ...mail, to: 'ada' } })],
    ['by an unknown channel', JSON.stringify({ notificationId: 'a', channel: { kind: 'PIGEON' } })],
  ])('is refused when it is %s', (_, body) => {
    expect(() => readNotification(body)).toThrow(MalformedNotification);
  });

  it('is not repeated when it is refused: it is personal', () => {
    const body = JSON.stringify({ notificationId: 'a', channel: { ...mail, to: 'ada at example' } });
    expect(() => readNotification(body)).toThrow(/channel\.to/);
    expect(() => readNotification(body)).not.toThrow(/ada/);
  });
});
