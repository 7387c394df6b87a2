import type { Caller } from '@cartograph/testing';
import { inEachDatabase } from '../support/search-databases.ts';
import { until } from '../support/until.ts';
import { aPlace, markedPerson } from './marks.ts';
import type { Shop } from './shop.ts';

const granted = 'user { id } accessToken refreshToken';
const ticket = 'ticket { id status version assignee { id } messages { author body } }';
const address = 'address { id label isShippingDefault }';

/** What is asked of the payload of each mutation, beside its errors. */
const selections: Readonly<Record<string, string>> = {
  register: granted,
  signIn: granted,
  refreshSession: granted,
  changePassword: granted,
  verifyEmail: 'user { id emailVerifiedAt }',
  startSecondFactor: 'secret',
  confirmSecondFactor: 'recoveryCodes',
  updateProfile: 'user { name locale phone }',
  addAddress: address,
  changeAddress: address,
  removeAddress: 'removedAddressId',
  setConsent: 'consent { purpose isGranted }',
  setNotificationPreference: 'notificationPreference { topic isEnabled }',
  cancelOrder: 'order { id status }',
  requestDataExport: 'dataRequest { id status }',
  requestErasure: 'dataRequest { id status }',
  openTicket: ticket,
  replyToTicket: ticket,
  addTicketNote: ticket,
  assignTicket: ticket,
  setTicketPriority: ticket,
  resolveTicket: ticket,
  reopenTicket: ticket,
};
const errors = 'userErrors { code path ... on AddressInvalidError { field expected } }';

type Input = Readonly<Record<string, unknown>>;

/** The operation text of a mutation; `withInput` is false for those that take none. */
const operationOf = (name: string, withInput: boolean): string => {
  const payload = `{ ${selections[name] ?? ''} ${errors} }`;
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return withInput
    ? `mutation ($input: ${type}!) { ${name}(input: $input) ${payload} }`
    : `mutation { ${name} ${payload} }`;
};

/** What mutations answer, each a part of it; what was refused is null. */
export type Payload = {
  user: { id: string; emailVerifiedAt: string | null };
  accessToken: string;
  refreshToken: string;
  secret: string;
  recoveryCodes: string[];
  address: { id: string; label: string[]; isShippingDefault: boolean };
  notificationPreference: { topic: string; isEnabled: boolean };
  dataRequest: { id: string; status: string };
  ticket: { id: string; status: string };
  userErrors: { code: string; path: string[] | null; field?: string }[];
};

/** The whole answer to a mutation, refusals included. */
export const tryTo = ({ storefront }: Shop, name: string, { input, caller }: { input?: Input; caller?: Caller }) =>
  storefront.ask<Record<string, Payload>>(operationOf(name, input !== undefined), input ? { input } : {}, caller);

/** The payload of a mutation. Throws when the graph refused to run it. */
export const mutate = async (shop: Shop, name: string, asked: { input?: Input; caller?: Caller }): Promise<Payload> => {
  const { data, errors: refusals } = await tryTo(shop, name, asked);
  const payload = data?.[name];
  if (!payload) throw new Error(`${name}: ${JSON.stringify(refusals)}`);
  return payload;
};

/** The codes of the user errors of a payload. */
export const codesOf = (payload: { userErrors: readonly { code: string }[] }): string[] =>
  payload.userErrors.map(({ code }) => code);

/** Somebody with an account, signed in at one place. */
export type Account = ReturnType<typeof markedPerson> & { id: string; refreshToken: string; caller: Caller };

/** Opens an account from a place of its own. Its address is only claimed so far. */
export const register = async (shop: Shop, place = aPlace()): Promise<Account> => {
  const person = markedPerson();
  const payload = await mutate(shop, 'register', { input: person, caller: place });
  const { user, accessToken, refreshToken } = payload;
  return { ...person, id: user.id, refreshToken, caller: { ...place, accessToken } };
};

/** Opens an account and proves its address by the mailed code. */
export const registerVerified = async (shop: Shop, place = aPlace()): Promise<Account> => {
  const account = await register(shop, place);
  const code = codeIn(await mailTo(shop, account.email, 'Your code for Cartograph'));
  const payload = await mutate(shop, 'verifyEmail', { input: { userId: account.id, code }, caller: account.caller });
  if (payload.userErrors.length > 0) throw new Error(`not verified: ${codesOf(payload).join()}`);
  return account;
};

/** Signs in from another place; throws when that is refused. */
export const signIn = async (shop: Shop, account: Account, place: Caller = aPlace()): Promise<Account> => {
  const { email, password } = account;
  const payload = await mutate(shop, 'signIn', { input: { email, password }, caller: place });
  if (!payload.accessToken) throw new Error(`not signed in: ${codesOf(payload).join()}`);
  return { ...account, refreshToken: payload.refreshToken, caller: { ...place, accessToken: payload.accessToken } };
};

/** A member of the staff: given the role as whoever runs the shop does, and signed in with it. */
export const signInStaff = async (shop: Shop, role: string): Promise<Account> => {
  const account = await registerVerified(shop);
  await inEachDatabase(shop.supergraph, async (client, subgraph) => {
    if (subgraph === 'user')
      await client.query('UPDATE app_user SET roles = $1 WHERE email = $2', [[role], account.email]);
  });
  return signIn(shop, account);
};

type Mail = { readonly subject: string; readonly text: string };

/** The newest mail of that subject to an address, as the mailbox has it. */
export const mailTo = ({ supergraph }: Shop, to: string, subject: string): Promise<Mail> =>
  until(`a mail "${subject}"`, async () => {
    const answer = await fetch(`${supergraph.stack.mailboxUrl}/mails?to=${encodeURIComponent(to)}`);
    return ((await answer.json()) as Mail[]).find((mail) => mail.subject === subject);
  });

/** The code in a mail. */
export const codeIn = ({ text }: { text: string }): string => {
  const code = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(text)?.[0];
  if (!code) throw new Error('there is no code in the mail');
  return code;
};
