import type { Account } from './accounts.ts';
import type { Shop } from './shop.ts';

/** A request that carries marked values where they do not belong, and the status of its answer. */
type WrongRequest = (shop: Shop) => Promise<number>;

const post =
  (body: string, headers: Record<string, string> = {}): WrongRequest =>
  async ({ storefront }) =>
    (await storefront.send(body, headers)).status;

const query = (text: string, variables: object = {}, headers: Record<string, string> = {}): WrongRequest =>
  post(JSON.stringify({ query: text, variables }), headers);

const get =
  (path: string): WrongRequest =>
  async ({ supergraph }) =>
    (await fetch(`${supergraph.url}${path}`)).status;

/** Personal data in every place of a request: text, variables, types, ids, paths, headers. */
export const wrongRequests = ({ email, name, password, caller }: Account): WrongRequest[] => {
  const signedIn = { authorization: `Bearer ${caller.accessToken}` };
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
  const byUrl = `/graphql?query=${encodeURIComponent(`{ order(id: "${email}") { id } }`)}`;
  return [
    post(`{"query": "${email}`),
    post(JSON.stringify([{ query: `{ me { id } } # ${email}` }])),
    post(email, { 'content-type': 'text/plain' }),
    query(`{ me { ${email} } }`),
    query('{ me { quintessa } }'),
    query(`{ order(id: "${email}") { id } node(id: "${name}") { id } product(slug: "${name}") { id } }`),
    query('query ($id: ID!) { order(id: $id) { id } payment(id: $id) { id } ticket(id: $id) { id } }', { id: email }),
    query('query ($first: Int) { products(first: $first, query: "quintessa") { nodes { id } } }', { first: email }),
    query(signIn, { input: { email, password: { is: password } } }),
    query(signIn, { input: { email, password, phone: name } }),
    query(signIn, { input: { email: email.repeat(200), password } }),
    query(signIn, { input: { email, password: 'quintessa\u0000\ud800' } }),
    query(
      'mutation ($input: AddAddressInput!) { addAddress(input: $input) { userErrors { code } } }',
      { input: name },
      signedIn,
    ),
    query(
      'mutation ($input: SetConsentInput!) { setConsent(input: $input) { userErrors { code } } }',
      { input: { purpose: name, isGranted: true, policyVersion: email } },
      signedIn,
    ),
    query(
      'mutation ($input: AddCartLineInput!) { addCartLine(input: $input) { userErrors { code } } }',
      { input: { cartId: email, variantId: name, quantity: 1 } },
      signedIn,
    ),
    query('{ me { id } }', {}, { authorization: `Bearer ${email}` }),
    query('{ me { id } }', {}, { authorization: `Bearer quintessa.quintessa.quintessa` }),
    query('{ me { id } }', {}, { 'x-cartograph-guest': email }),
    query('{ me { id } }', {}, { ...signedIn, 'x-correlation-id': email, traceparent: name }),
    get(byUrl),
    get(`/${encodeURIComponent(email)}`),
    get(`/media/${encodeURIComponent(email)}.jpg`),
    get(`/graphql?query=quintessa&variables=${encodeURIComponent(JSON.stringify({ email }))}`),
  ];
};
