import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customersOf } from './support/customers.ts';
import { codeIn } from './support/mails.ts';
import {
  changePasswordOperation,
  confirmSecondFactorOperation,
  meOperation,
  refreshOperation,
  registerOperation,
  requestPasswordResetOperation,
  resendVerificationOperation,
  resetPasswordOperation,
  signInOperation,
  signOutEverywhereOperation,
  signOutOperation,
  startSecondFactorOperation,
  verifyEmailOperation,
} from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

const marked = {
  email: 'marked.mailbox@example.com',
  name: 'Marked Name',
  password: 'marked pass phrase',
  newPassword: 'marked other phrase',
  thirdPassword: 'marked third phrase',
};

describe('a journey with marked values', () => {
  let user: Awaited<ReturnType<typeof startUserForTests>>;
  beforeAll(async () => {
    user = await startUserForTests();
  });
  afterAll(() => user.stop());

  it('leaves none of them in a log line, an event, an idempotency key or an error', async () => {
    const { send, mails } = customersOf(user);
    const { email, name, password, newPassword, thirdPassword } = marked;
    const registered = await send(registerOperation, { email, name, password, idempotencyKey: 'a-key' });
    const viewer = { userId: registered.user?.id ?? '', clientId: null, scopes: [], grants: [], sessionId: null };
    await send(resendVerificationOperation, { userId: viewer.userId });
    const codes = (await mails(email, 2)).map(codeIn);
    await send(verifyEmailOperation, { userId: viewer.userId, code: codes[0] });
    await send(signInOperation, { email, password: newPassword });
    await user.ask(viewer, meOperation);
    const { secret } = await send(startSecondFactorOperation, { password }, viewer);
    const code = generateSync({ secret });
    const { recoveryCodes } = await send(confirmSecondFactorOperation, { code }, viewer);
    const [first = '', second = ''] = recoveryCodes;
    const signedIn = await send(signInOperation, { email, password, secondFactor: first });
    const refreshed = await send(refreshOperation, { refreshToken: signedIn.refreshToken });
    const change = { currentPassword: password, newPassword, secondFactor: second };
    await send(changePasswordOperation, change, viewer);
    await send(requestPasswordResetOperation, { email });
    const reset = (await mails(email, 5)).find(({ subject }) => subject === 'Set a new password') ?? expect.fail();
    await send(resetPasswordOperation, { email, code: codeIn(reset), newPassword: thirdPassword });
    await send(signOutOperation, { refreshToken: refreshed.refreshToken });
    await user.ask(viewer, signOutEverywhereOperation);
    // What goes wrong is logged with its cause: the database is made to refuse in the midst of it.
    await user.pool.query('ALTER TABLE session RENAME TO session_away');
    const failed = await user.ask(viewer, signInOperation, {
      input: { email, password: thirdPassword, secondFactor: recoveryCodes[2] },
    });
    await user.pool.query('ALTER TABLE session_away RENAME TO session');
    expect(failed.errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');

    const { rows } = await user.pool.query(
      'SELECT (SELECT json_agg(o)::text FROM outbox_event o) AS events, (SELECT json_agg(i)::text FROM idempotency_key i) AS keys',
    );
    expect(rows[0].events).toContain('UserVerified');
    expect(user.logged.join('')).toContain('a resolver failed');
    const places = { ...rows[0], log: user.logged.join('\n'), errors: JSON.stringify(failed) };
    const secrets = [...codes, codeIn(reset), ...recoveryCodes].flatMap((text) => [text, text.replace('-', '')]);
    const tokens = [signedIn.accessToken, signedIn.refreshToken, refreshed.refreshToken, secret];
    const found = Object.entries(places).flatMap(([place, text]) =>
      [...Object.values(marked), ...secrets, ...tokens]
        .filter((value) => String(text).includes(value))
        .map(() => place),
    );
    expect(found).toEqual([]);
  });
});
