import { describe, expect, it } from 'vitest';
import type { User } from '../domain/user.ts';
import { deliverMail } from './deliver-mail.ts';
import type { Mail, MailJob } from './identity-ports.ts';

type Dependencies = Parameters<typeof deliverMail>[0];

const ada = { id: 'user_01h455vb4pex5vsknk084sn02q', email: 'ada@example.com', emailVerifiedAt: new Date() } as User;

const deliveryTo = (mails: Mail[]) =>
  deliverMail({
    users: {
      findCandidate: async () => ({ user: ada }),
      findByEmail: async () => [{ user: ada }],
    } as never,
    identity: {} as Dependencies['identity'],
    sendMail: async (mail) => void mails.push(mail),
  });

const job = (id: string, kind: MailJob['kind'] = 'PASSWORD_CHANGED'): MailJob => ({
  id,
  kind,
  userId: ada.id,
  email: null,
  attempts: 1,
});

describe('a notice', () => {
  it('that is sent again, as the process died before it could note it, is the same notice', async () => {
    const mails: Mail[] = [];
    const deliver = deliveryTo(mails);
    await deliver(job('0199-1'));
    await deliver({ ...job('0199-1'), attempts: 2 });
    expect(mails.map(({ id }) => id)).toEqual(['0199-1', '0199-1']);
  });

  it('of the same text for another reason is another one', async () => {
    const mails: Mail[] = [];
    const deliver = deliveryTo(mails);
    await deliver(job('0199-1'));
    await deliver(job('0199-2'));
    expect(mails[0]?.text).toBe(mails[1]?.text);
    expect(mails.map(({ id }) => id)).toEqual(['0199-1', '0199-2']);
  });
});
