/** What a request to the graph asks for, before anybody has looked at it: a text, an id, both or neither. */
export type AskedOperation = { text: string | undefined; id: string | undefined };

type Request = { method: string; url: string; body: unknown };

/** Reads it from the same places as Apollo Server; what is malformed is left for Apollo Server to refuse. */
export const askedOperation = ({ method, url, body }: Request): AskedOperation => {
  if (method === 'GET') {
    const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1));
    return { text: parameters.get('query') ?? undefined, id: idIn(fromJson(parameters.get('extensions'))) };
  }
  return { text: textOf(field(body, 'query')), id: idIn(field(body, 'extensions')) };
};

const idIn = (extensions: unknown): string | undefined =>
  textOf(field(field(extensions, 'persistedQuery'), 'sha256Hash'));

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const fromJson = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};
