import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, customersOf, password } from './support/customers.ts';
import { codeIn } from './support/mails.ts';
import {
  changePasswordOperation,
  refreshOperation,
  requestPasswordResetOperation,
  resendVerificationOperation,
  resetPasswordOperation,
  signInOperation,
  verifyEmailOperation,
} from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

const newPassword = 'quite another phrase';

describe('passwords and addresses', () => {
  let user: Awaited<ReturnType<typeof startUserForTests>>;
  let customers: ReturnType<typeof customersOf>;
  beforeAll(async () => {
    user = await startUserForTests();
    customers = customersOf(user);
  });
  afterAll(() => user.stop());

  const signIn = (email: string, text: string) => customers.send(signInOperation, { email, password: text });
  const refresh = (refreshToken: string) => customers.send(refreshOperation, { refreshToken });
  const jobs = async () => (await user.pool.query('SELECT count(*)::int AS n FROM mail_job')).rows[0].n as number;

  it('proves an address by the mailed code, also when it is sent again, and tells of it once', async () => {
    const ada = await customers.register();
    expect((await customers.verify(ada)).user?.emailVerifiedAt).toBeTypeOf('string');
    expect(codesOf(await customers.verify(ada))).toEqual([]);
    const { rows } = await user.pool.query(
      "SELECT data, aggregate_version FROM outbox_event WHERE aggregate_id = $1 AND name = 'UserVerified'",
      [ada.id],
    );
    expect(rows).toEqual([{ data: { userId: ada.id, verifiedAt: expect.any(String) }, aggregate_version: 2 }]);
  });

  it('takes no code that is wrong, another account’s, too old, or for another purpose', async () => {
    const [ada, bob] = await Promise.all([customers.register(), customers.registerVerified()]);
    const [mail] = await customers.mails(ada.email);
    const code = mail ? codeIn(mail) : '';
    const verify = (userId: string, text: string) => customers.send(verifyEmailOperation, { userId, code: text });
    for (const refused of [
      await verify(ada.id, 'AAAAA-AAAAA'),
      await verify(ada.id, 'x'.repeat(100_000)),
      await verify(bob.id, code),
      await verify('user_nobody', code),
    ]) {
      expect(codesOf(refused)).toEqual(['INVALID_CODE']);
    }
    const input = { email: ada.email, code, newPassword };
    expect(codesOf(await customers.send(resetPasswordOperation, input))).toEqual(['INVALID_CODE']);
    await user.pool.query('UPDATE one_time_code SET expires_at = now() WHERE used_at IS NULL');
    expect(codesOf(await verify(ada.id, code))).toEqual(['INVALID_CODE']);
  });

  it('mails another code when asked, and none once the address is proved', async () => {
    const ada = await customers.register();
    await customers.mails(ada.email);
    const resend = () => customers.send(resendVerificationOperation, { userId: ada.id });
    expect(codesOf(await resend())).toEqual([]);
    const mails = await customers.mails(ada.email, 2);
    expect(codeIn(mails[0] ?? expect.fail())).not.toBe(codeIn(mails[1] ?? expect.fail()));
    await customers.verify(ada);
    expect(codesOf(await resend())).toEqual([]);
    await expect.poll(jobs, { timeout: 10_000 }).toBe(0);
    expect(await customers.mails(ada.email, 2)).toHaveLength(2);
  });

  it('changes for whoever knows the old one: every session ends, this device has a new one', async () => {
    const ada = await customers.registerVerified();
    const elsewhere = await customers.signIn(ada);
    const change = (currentPassword: string, text: string) =>
      customers.send(changePasswordOperation, { currentPassword, newPassword: text }, ada.viewer);
    expect(codesOf(await change('not the right phrase', newPassword))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await change(password, 'short'))).toEqual(['PASSWORD_TOO_SHORT']);
    const changed = await change(password, newPassword);
    expect(codesOf(changed)).toEqual([]);
    for (const { refreshToken } of [ada, elsewhere])
      expect(codesOf(await refresh(refreshToken))).toEqual(['SESSION_OVER']);
    expect(codesOf(await refresh(changed.refreshToken))).toEqual([]);
    expect(codesOf(await signIn(ada.email, password))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await signIn(ada.email, newPassword))).toEqual([]);
    expect((await customers.mails(ada.email, 2))[0]?.subject).toBe('Your password was changed');
  });

  it('is set anew by the mailed code, once; every session ends', async () => {
    const ada = await customers.registerVerified();
    expect(codesOf(await customers.send(requestPasswordResetOperation, { email: ada.email.toUpperCase() }))).toEqual(
      [],
    );
    const [mail] = await customers.mails(ada.email, 2);
    const input = { email: ada.email, code: codeIn(mail ?? expect.fail()), newPassword };
    expect(codesOf(await customers.send(resetPasswordOperation, { ...input, newPassword: 'short' }))).toEqual([
      'PASSWORD_TOO_SHORT',
    ]);
    const answers = await Promise.all([input, input].map((one) => customers.send(resetPasswordOperation, one)));
    expect(answers.flatMap(codesOf)).toEqual(['INVALID_CODE']);
    expect(codesOf(await refresh(ada.refreshToken))).toEqual(['SESSION_OVER']);
    expect(codesOf(await signIn(ada.email, newPassword))).toEqual([]);
  });

  it('gives whoever reads the mail an account that another opened on their address', async () => {
    const thief = await customers.register();
    await customers.send(requestPasswordResetOperation, { email: thief.email });
    const mails = await customers.mails(thief.email, 2);
    const code = codeIn(mails.find(({ subject }) => subject === 'Set a new password') ?? expect.fail());
    await customers.send(resetPasswordOperation, { email: thief.email, code, newPassword });
    expect(codesOf(await signIn(thief.email, password))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await refresh(thief.refreshToken))).toEqual(['SESSION_OVER']);
    expect((await signIn(thief.email, newPassword)).user?.emailVerifiedAt).toBeTypeOf('string');
  });

  it('answers a request for an address nobody has as it answers any other, and mails nothing', async () => {
    const ada = await customers.registerVerified();
    const answers = await Promise.all(
      [ada.email, 'nobody@example.org', 'no address'].map((email) =>
        user.ask(ada.viewer, requestPasswordResetOperation, { input: { email } }),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await expect.poll(jobs, { timeout: 10_000 }).toBe(0);
    expect(await (await fetch(`${user.mailboxUrl}/mails?to=nobody@example.org`)).json()).toEqual([]);
  });

  it('keeps no code beside its keyed hash, and no job once its mail is sent', async () => {
    const ada = await customers.register();
    const [mail] = await customers.mails(ada.email);
    await expect.poll(jobs, { timeout: 10_000 }).toBe(0);
    const { rows } = await user.pool.query('SELECT json_agg(c)::text AS kept FROM one_time_code c');
    expect(rows[0].kept).not.toContain(codeIn(mail ?? expect.fail()).replace('-', ''));
  });
});
