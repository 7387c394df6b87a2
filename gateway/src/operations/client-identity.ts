/** Who a client says it is, by the headers that Apollo's clients and Studio use. Nothing is decided by it: anybody may say anything. */
export type ClientIdentity = {
  /** `unknown` when it does not say. */
  readonly name: string;
  /** Empty when it does not say. */
  readonly version: string;
};

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Names go into logs, reports and files: no line breaks, no novels. */
const plain = /^[\w .:@/+-]{1,100}$/;

export const clientIdentityOf = (headers: Headers): ClientIdentity => ({
  name: plainText(headers['apollographql-client-name']) ?? 'unknown',
  version: plainText(headers['apollographql-client-version']) ?? '',
});

const plainText = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && plain.test(value) ? value : undefined;
