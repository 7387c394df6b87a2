import { randomUUID } from 'node:crypto';
import { anonymous, type Viewer } from '@cartograph/viewer';
import { decodeJwt } from 'jose';
import { codeIn, mailsTo } from './mails.ts';
import { registerOperation, signInOperation, verifyEmailOperation } from './operations.ts';
import type { startUserForTests } from './start-user-for-tests.ts';

type Running = Awaited<ReturnType<typeof startUserForTests>>;

type Account = { id: string; name: string; email: string; createdAt: string; emailVerifiedAt: string | null };

/** What the mutations of this subgraph answer, each a part of it. */
export type Payload = {
  user: Account | null;
  accessToken: string;
  refreshToken: string;
  secret: string;
  recoveryCodes: string[];
  userErrors: { __typename: string; code: string; path: string[] | null }[];
};

/** A customer as a test knows them: `viewer` is what the gateway makes of their access token. */
export type Customer = { id: string; email: string; viewer: Viewer; refreshToken: string };

export const password = 'a long enough phrase';

/** What a test does as a customer: each call is a request, as the gateway sends it. */
export const customersOf = (user: Running) => {
  /** The payload of a mutation with one input. */
  const send = async (operation: string, input: Record<string, unknown> = {}, viewer: Viewer = anonymous) => {
    const answer = await user.ask(viewer, operation, { input });
    if (answer.errors) throw new Error(answer.errors.map(({ extensions }) => extensions?.code).join());
    return Object.values(answer.data as Record<string, Payload>)[0] as Payload;
  };
  const register = async (input: { email?: string } = {}): Promise<Customer> => {
    const email = input.email ?? `${randomUUID()}@example.com`;
    return customer(email, await send(registerOperation, { name: 'Ada', password, email }));
  };
  const verify = async ({ id, email }: Customer) => {
    const [newest] = await mailsTo(user.mailboxUrl, email);
    if (!newest) throw new Error('no mail');
    return send(verifyEmailOperation, { userId: id, code: codeIn(newest) });
  };
  return {
    send,
    register,
    verify,
    registerVerified: async (): Promise<Customer> => {
      const registered = await register();
      if ((await verify(registered)).userErrors.length > 0) throw new Error('the address could not be proved');
      return registered;
    },
    signIn: async ({ email }: { email: string }, more: Record<string, unknown> = {}): Promise<Customer> =>
      customer(email, await send(signInOperation, { email, password, ...more })),
    mails: (email: string, count?: number) => mailsTo(user.mailboxUrl, email, count),
  };
};

const customer = (email: string, { user, accessToken, refreshToken, userErrors }: Payload): Customer => {
  if (!user) throw new Error(userErrors.map(({ code }) => code).join());
  const sessionId = String(decodeJwt(accessToken).sid);
  return { id: user.id, email, refreshToken, viewer: { ...anonymous, userId: user.id, sessionId } };
};

/** The codes of the user errors in a payload. */
export const codesOf = (payload: Pick<Payload, 'userErrors'>): string[] => payload.userErrors.map(({ code }) => code);
