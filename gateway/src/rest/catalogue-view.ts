import { buildSchema, type DocumentNode, print } from 'graphql';
import { useSofa } from 'sofa-api';
import { catalogueSchema } from './catalogue-schema.ts';
import { completeOpenApi, type OpenApi } from './open-api.ts';
import { asLibraryCalls } from './view-parameters.ts';

/** One of the view's own operations. */
export type ViewOperation = { query: string; operationName: string; variables: Record<string, unknown> };
export type ViewError = { message: string; extensions?: Record<string, unknown> };
export type AskGraph = (operation: ViewOperation) => Promise<{ data?: unknown; errors?: readonly ViewError[] }>;

/** What a path of the view answers: a value, or the errors instead. */
export type ViewAnswer = { value: unknown } | { errors: readonly ViewError[] };

export type CatalogueView = {
  readonly openApi: OpenApi;
  readonly answer: (url: string, ask: AskGraph) => Promise<ViewAnswer>;
};

const text = { type: 'string' };
const info = {
  title: 'Cartograph catalogue',
  version: '1',
  description: 'What the shop sells, for whoever does not speak GraphQL. The graph at /graphql knows more.',
};

type Execution = { document: DocumentNode; variableValues: Record<string, unknown>; operationName: string };
type Context = { ask: AskGraph; errors?: readonly ViewError[] };

/** The catalogue by REST: sofa-api makes routes, operations and their description of a part of the public schema. */
export const openCatalogueView = async (): Promise<CatalogueView> => {
  const texts = new WeakMap<DocumentNode, string>();
  const textOf = (document: DocumentNode): string => {
    const known = texts.get(document) ?? print(document);
    texts.set(document, known);
    return known;
  };
  const sofa = useSofa({
    basePath: '/',
    schema: buildSchema(catalogueSchema),
    routes: { 'Query.products': { path: '/products' }, 'Query.product': { path: '/products/:slug' } },
    openAPI: { endpoint: '/openapi.json', info },
    swaggerUI: { endpoint: false },
    customScalars: { Decimal: text, BigInt: text, Currency: text, URL: { ...text, format: 'uri' } },
    errorHandler: (errors: readonly ViewError[]) => Response.json({ errors: errors.map(asViewError) }, { status: 400 }),
    execute: ({
      document,
      variableValues: variables,
      operationName,
      contextValue,
    }: Execution & { contextValue: Context }) =>
      contextValue.ask({ query: textOf(document), operationName, variables }),
    // Its types want the `execute` of graphql-js, of which it uses no more than this.
  } as unknown as Parameters<typeof useSofa>[0]);
  const reply = async (path: string, context: object): Promise<Response | undefined> =>
    sofa.fetch(new URL(path, 'http://catalogue.invalid').href, context);
  const described = await reply('/openapi.json', {});
  return {
    openApi: completeOpenApi((await described?.json()) as OpenApi),
    answer: async (url, ask) => {
      const answer = await reply(asLibraryCalls(url), { ask });
      if (!answer) return { value: null };
      const body: unknown = await answer.json();
      return answer.ok ? { value: body } : (body as { errors: ViewError[] });
    },
  };
};

/** The library's own complaints are of parameters and have no code; whatever else has none is a fault, and says nothing. */
const asViewError = ({ message, extensions = {} }: ViewError): ViewError => {
  const { http, ...rest } = extensions;
  if (typeof rest['code'] === 'string') return { message, extensions: rest };
  return (http as { status?: number } | undefined)?.status === 400
    ? { message, extensions: { code: 'BAD_USER_INPUT' } }
    : { message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
};
