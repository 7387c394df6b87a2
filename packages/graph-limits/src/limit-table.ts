import { operationLimits } from './operation-limits.ts';

/** What one limit is, for the check itself, the configuration and docs/limits.md, which is made from this table. */
export type Limit = {
  /** The environment variable that sets it. */
  readonly variable: string;
  readonly byDefault: number;
  readonly unit: string;
  /** The code of the error that a client gets. */
  readonly code: string;
  /** The HTTP status of the refusal. */
  readonly status: number;
  /** What is counted. */
  readonly counts: string;
  /** What it guards against. */
  readonly guards: string;
};

/** How long requests of one viewer or address are counted together. */
export const rateWindowSeconds = 10;

/** Every limit of the gateway; all are on unless set otherwise. */
export const limitTable = {
  bodyBytes: {
    variable: 'LIMIT_BODY_BYTES',
    byDefault: 256 * 1024,
    unit: 'bytes',
    code: 'PAYLOAD_TOO_LARGE',
    status: 413,
    counts: 'the body of a request',
    guards: 'bodies that fill the memory before anybody has read them',
  },
  tokens: {
    variable: 'LIMIT_TOKENS',
    byDefault: 5_000,
    unit: 'tokens',
    code: 'TOKEN_LIMIT_EXCEEDED',
    status: 400,
    counts: 'words and signs of a document, while it is read',
    guards: 'documents that cost more to read than to answer',
  },
  nesting: {
    variable: 'LIMIT_NESTING',
    byDefault: 64,
    unit: 'brackets',
    code: 'NESTING_LIMIT_EXCEEDED',
    status: 400,
    counts: 'brackets inside each other, of fields, arguments, lists and objects',
    guards: 'documents that exhaust the stack of the parser and of all that walks through them',
  },
  depth: {
    variable: 'LIMIT_DEPTH',
    byDefault: operationLimits.maxDepth,
    unit: 'levels',
    code: 'DEPTH_LIMIT_EXCEEDED',
    status: 400,
    counts: 'fields inside fields, fragments included; below `__schema` and `__type` nothing is counted',
    guards: 'deep and circular queries (order, customer, orders, customer ...)',
  },
  fields: {
    variable: 'LIMIT_FIELDS',
    byDefault: 1_000,
    unit: 'fields',
    code: 'FIELD_LIMIT_EXCEEDED',
    status: 400,
    counts: 'fields, those of a fragment once for each time it is used',
    guards: 'field floods, and small documents whose fragments multiply',
  },
  aliases: {
    variable: 'LIMIT_ALIASES',
    byDefault: 50,
    unit: 'aliases',
    code: 'ALIAS_LIMIT_EXCEEDED',
    status: 400,
    counts: 'fields with an alias, those of a fragment once for each time it is used',
    guards: 'one expensive field asked for under a thousand names, e.g. to guess passwords',
  },
  rootFields: {
    variable: 'LIMIT_ROOT_FIELDS',
    byDefault: 20,
    unit: 'fields',
    code: 'ROOT_FIELD_LIMIT_EXCEEDED',
    status: 400,
    counts: 'fields at the top of an operation',
    guards: 'many operations that pretend to be one',
  },
  repeats: {
    variable: 'LIMIT_REPEATS',
    byDefault: 200,
    unit: 'repeated fields',
    code: 'REPEAT_LIMIT_EXCEEDED',
    status: 400,
    counts: 'fields that stand again in the same selection, those of its fragments included',
    guards:
      'the rule of validation that compares each field with every other of its name: half a second for 4 KB without this',
  },
  directives: {
    variable: 'LIMIT_DIRECTIVES',
    byDefault: 50,
    unit: 'directives',
    code: 'DIRECTIVE_LIMIT_EXCEEDED',
    status: 400,
    counts: 'directives in a document',
    guards: 'directive floods (`@include(if: true)` ten thousand times)',
  },
  variableBytes: {
    variable: 'LIMIT_VARIABLE_BYTES',
    byDefault: 64 * 1024,
    unit: 'bytes',
    code: 'VARIABLES_TOO_LARGE',
    status: 400,
    counts: 'the variables, as JSON',
    guards: 'lists of inputs that cost more to check than a document may',
  },
  variableDepth: {
    variable: 'LIMIT_VARIABLE_DEPTH',
    byDefault: 16,
    unit: 'levels',
    code: 'VARIABLES_TOO_DEEP',
    status: 400,
    counts: 'objects and lists inside each other in the variables',
    guards: 'values that exhaust the stack of whoever walks through them',
  },
  cost: {
    variable: 'LIMIT_COST',
    byDefault: operationLimits.maxCost,
    unit: 'objects',
    code: 'COST_LIMIT_EXCEEDED',
    status: 400,
    counts:
      'what an operation can answer at most: lists and pages multiply what is in them, pages by the size that is asked for; what is dearer than an object counts as many as its weight',
    guards: 'pages within pages, small to ask for and huge to answer; many checkouts or passwords in one request',
  },
  concurrency: {
    variable: 'LIMIT_CONCURRENCY',
    byDefault: 512,
    unit: 'requests',
    code: 'OVERLOADED',
    status: 503,
    counts:
      'requests to the graph being answered at once by one process; it lets in fewer while it is late, see resilience.md',
    guards:
      'overload: what is refused at once can be sent to another process; what waits in line is late for everybody',
  },
  viewerRequests: {
    variable: 'LIMIT_VIEWER_REQUESTS',
    byDefault: 300,
    unit: `requests in ${rateWindowSeconds} seconds`,
    code: 'RATE_LIMITED',
    status: 429,
    counts:
      'requests to the graph of one account that is signed in, from wherever; by all gateways where there is a Redis',
    guards: 'one account that asks for what all others need',
  },
  machineRequests: {
    variable: 'LIMIT_MACHINE_REQUESTS',
    byDefault: 3_000,
    unit: `requests in ${rateWindowSeconds} seconds`,
    code: 'RATE_LIMITED',
    status: 429,
    counts: 'requests to the graph of one machine, by the client id of its token',
    guards: 'an import or an integration that has run wild',
  },
  addressRequests: {
    variable: 'LIMIT_ADDRESS_REQUESTS',
    byDefault: 1_000,
    unit: `requests in ${rateWindowSeconds} seconds`,
    code: 'RATE_LIMITED',
    status: 429,
    counts:
      'requests to the graph from one address (the first 64 bits of IPv6) of guests, of strangers and with tokens that do not hold; who asks from the machine itself is not counted',
    guards: 'scrapers and floods that need no account; people in one office or one mobile network share an address',
  },
  requestMs: {
    variable: 'LIMIT_REQUEST_MS',
    byDefault: 30_000,
    unit: 'milliseconds',
    code: 'REQUEST_TIMEOUT',
    status: 408,
    counts: 'the time a client takes to send a request, headers and body',
    guards: 'clients that hold connections open by sending a byte now and then',
  },
  idleMs: {
    variable: 'LIMIT_IDLE_MS',
    byDefault: 60_000,
    unit: 'milliseconds',
    code: 'none: the connection is closed',
    status: 0,
    counts: 'the time in which a connection moves no byte while a request or an answer is on it',
    guards: 'clients that do not take their answer',
  },
  operationMs: {
    variable: 'LIMIT_OPERATION_MS',
    byDefault: 15_000,
    unit: 'milliseconds',
    code: 'OPERATION_TIMEOUT',
    status: 504,
    counts: 'the time one operation takes; a mutation that a subgraph has begun runs to its end there',
    guards: 'operations that hold memory and connections although nobody waits any more',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limitTable;

/** The value of each limit. */
export type Limits = { readonly [Name in LimitName]: number };
