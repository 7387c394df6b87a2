import { z } from 'zod';

const mail = z.object({
  kind: z.literal('MAIL'),
  to: z.email(),
  subject: z.string().min(1).max(200),
  text: z.string().min(1).max(100_000),
  html: z.string().max(200_000).optional(),
});

const topic = z.object({
  kind: z.literal('TOPIC'),
  /** One of TOPIC_ARNS. */
  topic: z.string().min(1).max(64),
  subject: z.string().min(1).max(100),
  text: z.string().min(1).max(100_000),
});

/**
 * What the user subgraph decided to tell, and to whom: one message of the queue. It is addressed and written in full, as
 * a channel only delivers. The queue is encrypted and read by nobody else; nothing of this goes over the bus or into a log.
 */
const notification = z.object({
  /** The same however often it is sent. */
  notificationId: z.string().regex(/^[\w-]{1,64}$/),
  channel: z.discriminatedUnion('kind', [mail, topic]),
});

export type Notification = z.output<typeof notification>;
export type Mail = z.output<typeof mail>;
export type TopicNotice = z.output<typeof topic>;

/** A message that no attempt will make readable. It says where it is wrong and repeats nothing of it. */
export class MalformedNotification extends Error {
  override readonly name = 'MalformedNotification';
}

/** Reads a message of the queue. @throws MalformedNotification */
export const readNotification = (body: string): Notification => {
  const parsed = notification.safeParse(fromJson(body));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path }) => path.join('.') || 'the whole');
  throw new MalformedNotification(`The message is no notification: ${[...new Set(where)].join(', ')}.`);
};

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
