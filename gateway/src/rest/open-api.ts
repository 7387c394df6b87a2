import { asPathCalls } from './view-parameters.ts';

type Schema = {
  required?: string[];
  properties?: Record<string, Property>;
  [key: string]: unknown;
};
type Property = { $ref?: string; description?: string; [key: string]: unknown };
type Operation = {
  parameters?: { name: string }[];
  responses: Record<string, unknown>;
  [key: string]: unknown;
};

/** An OpenAPI 3.0 document, as far as we look into it. */
export type OpenApi = {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, { get: Operation }>;
  [key: string]: unknown;
};

const errorSchema: Schema = {
  type: 'object',
  description: 'Why there is no answer.',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'extensions'],
        properties: {
          message: { type: 'string', description: 'For people.' },
          extensions: {
            type: 'object',
            required: ['code'],
            properties: {
              code: { type: 'string', description: 'For programs.' },
              correlationId: { type: 'string', description: 'What to tell the shop when it is a fault of its own.' },
              retryAfterSeconds: { type: 'number', description: 'When to try again.' },
            },
          },
        },
      },
    },
  },
};

const failure = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
});

const failures = {
  '400': failure('A parameter is not what it must be.'),
  '500': failure('A fault of the shop; `correlationId` names it.'),
  '503': failure('A part of the shop is not there or too busy; `retry-after` says when to try again.'),
};

const operations: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '/products': { operationId: 'listProducts', summary: 'The products that are on sale, oldest first, page by page.' },
  '/products/{slug}': { operationId: 'getProduct', summary: 'One product that is on sale.' },
};

/** The document that the library makes, with what it leaves out: what may be null, and the answers that are none. */
export const completeOpenApi = ({ components, paths, ...rest }: OpenApi): OpenApi => {
  const { Query: _, ...schemas } = components.schemas;
  const nullable = Object.entries(schemas).map(([name, schema]) => [name, withNullable(schema)] as const);
  return {
    ...rest,
    components: { ...components, schemas: { ...Object.fromEntries(nullable), Failure: errorSchema } },
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, { get }]) => [path, { get: withFailures(path, get) }] as const),
    ),
  };
};

/** In OpenAPI 3.0 nothing may stand beside a reference, hence `allOf`. */
const withNullable = (schema: Schema): Schema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, { $ref, ...property }]) => {
      const shape = $ref ? { ...property, allOf: [{ $ref }] } : property;
      return [name, schema.required?.includes(name) ? shape : { ...shape, nullable: true }] as const;
    }),
  ),
});

const withFailures = (path: string, operation: Operation): Operation => ({
  ...operation,
  ...operations[path],
  parameters: asPathCalls(path, operation.parameters ?? []),
  tags: ['catalogue'],
  responses: {
    '200': { ...(operation.responses['200'] as object), description: 'As asked.' },
    '304': { description: 'Whoever sent `if-none-match` has it already.' },
    ...failures,
    ...(path.includes('{slug}') && { '404': failure('No product on sale has this slug.') }),
  },
});
