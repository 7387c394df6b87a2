import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Customer, codesOf, customersOf, password } from './support/customers.ts';
import {
  confirmSecondFactorOperation,
  removeSecondFactorOperation,
  signInOperation,
  startSecondFactorOperation,
} from './support/operations.ts';
import { startUserForTests } from './support/start-user-for-tests.ts';

/** What the authenticator app shows, that many steps of 30 s from now. */
const appCode = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + steps * 30 });

describe('a second factor', () => {
  let user: Awaited<ReturnType<typeof startUserForTests>>;
  let customers: ReturnType<typeof customersOf>;
  beforeAll(async () => {
    user = await startUserForTests();
    customers = customersOf(user);
  });
  afterAll(() => user.stop());

  const start = ({ viewer }: Customer, text = password) =>
    customers.send(startSecondFactorOperation, { password: text }, viewer);
  const confirm = ({ viewer }: Customer, code: string) =>
    customers.send(confirmSecondFactorOperation, { code }, viewer);
  const signIn = ({ email }: Customer, secondFactor?: string, text = password) =>
    customers.send(signInOperation, { email, password: text, secondFactor });
  const turnOn = async () => {
    const ada = await customers.registerVerified();
    const { secret } = await start(ada);
    const { recoveryCodes } = await confirm(ada, appCode(secret, -1));
    return { ada, secret, recoveryCodes };
  };

  it('is asked for only after the right password, takes each code once, and takes none that is wrong', async () => {
    const { ada, secret } = await turnOn();
    expect(codesOf(await signIn(ada))).toEqual(['SECOND_FACTOR_REQUIRED']);
    expect(codesOf(await signIn(ada, undefined, 'not the right phrase'))).toEqual(['INVALID_CREDENTIALS']);
    for (const wrong of ['', '12', 'abcdef', 'x'.repeat(100_000), appCode(secret, 10)]) {
      expect(codesOf(await signIn(ada, wrong))).toEqual(['SECOND_FACTOR_WRONG']);
    }
    const code = appCode(secret);
    const twice = await Promise.all([signIn(ada, code), signIn(ada, code)]);
    expect(twice.flatMap(codesOf)).toEqual(['SECOND_FACTOR_WRONG']);
  });

  it('does not count before it is confirmed, and needs the password and a proved address to begin', async () => {
    const [ada, bob] = await Promise.all([customers.registerVerified(), customers.register()]);
    expect(codesOf(await start(bob))).toEqual(['EMAIL_NOT_VERIFIED']);
    expect(codesOf(await start(ada, 'not the right phrase'))).toEqual(['INVALID_CREDENTIALS']);
    const { secret } = await start(ada);
    expect(codesOf(await signIn(ada))).toEqual([]);
    expect(codesOf(await confirm(ada, appCode(secret, 10)))).toEqual(['SECOND_FACTOR_WRONG']);
    expect(codesOf(await signIn(ada))).toEqual([]);
    expect(codesOf(await confirm(ada, appCode(secret)))).toEqual([]);
    expect(codesOf(await start(ada))).toEqual(['SECOND_FACTOR_ON']);
    expect((await customers.mails(ada.email, 2))[0]?.subject).toBe('Your second factor is on');
  });

  it('is replaced by each recovery code once, however it is typed', async () => {
    const { ada, recoveryCodes } = await turnOn();
    expect(recoveryCodes).toHaveLength(10);
    const [code = ''] = recoveryCodes;
    expect(codesOf(await signIn(ada, code.toLowerCase().replace('-', ' ')))).toEqual([]);
    expect(codesOf(await signIn(ada, code))).toEqual(['SECOND_FACTOR_WRONG']);
  });

  it('goes by the password and a code, and not by the password alone', async () => {
    const { ada, secret } = await turnOn();
    const remove = (secondFactor: string) =>
      customers.send(removeSecondFactorOperation, { password, secondFactor }, ada.viewer);
    expect(codesOf(await remove('000000'))).toEqual(['SECOND_FACTOR_WRONG']);
    expect(codesOf(await remove(appCode(secret)))).toEqual([]);
    expect(codesOf(await signIn(ada))).toEqual([]);
  });

  it('keeps its secret encrypted, for its owner alone', async () => {
    const { secret } = await turnOn();
    const { rows } = await user.pool.query("SELECT string_agg(encode(secret, 'escape'), ' ') AS kept FROM totp_factor");
    expect(rows[0].kept).not.toContain(secret);
  });
});
