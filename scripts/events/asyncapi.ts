import {
  busName,
  type ConsumerRoute,
  type EventContract,
  type EventVersion,
  envelopeSchema,
  sourceOf,
} from '@cartograph/events';
import { stringify } from 'yaml';
import { deliveredExample } from './delivered-example.ts';
import { jsonSchemaOf } from './event-schema.ts';

type Version = { readonly contract: EventContract; readonly version: EventVersion; readonly key: string };
type Node = Record<string, unknown>;

/** The AsyncAPI 3 document of the bus and its queues: who sends what, who receives what, and what it looks like. */
export const asyncApi = (catalogue: readonly EventContract[], routes: readonly ConsumerRoute[]): string => {
  const versions = catalogue.filter(({ status }) => status === 'emitted').flatMap(versionsOf);
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Cartograph domain events',
      version: '1.0.0',
      description:
        'Every change of state leaves its subgraph as a domain event on an EventBridge bus; rules copy it to the queue of each subgraph that reacts, and to the one of the gateways. Delivery is at least once; events of one aggregate leave in order.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: {
      bus: busChannel(versions),
      ...Object.fromEntries(routes.map((route) => queueChannel(route, versions))),
    },
    operations: {
      ...emitOperations(versions),
      ...Object.fromEntries(routes.map((route) => reactOperation(route, versions))),
    },
    components: {
      messages: Object.fromEntries(versions.map((each) => [each.key, message(each)])),
      schemas: { Envelope: withoutDialect(jsonSchemaOf(envelopeSchema, 'draft-7')) },
    },
  };
  return `# Generated from packages/events by \`pnpm generate\`.\n${stringify(document, { lineWidth: 120, aliasDuplicateObjects: false })}`;
};

const versionsOf = (contract: EventContract): Version[] =>
  contract.versions.map((version) => ({ contract, version, key: `${contract.name}.v${version.version}` }));

const isNewest = ({ contract, version }: Version): boolean => version.version === contract.version;
const isHeardBy = ({ pattern }: ConsumerRoute, { contract }: Version): boolean =>
  pattern['detail-type'].includes(contract.name);
const channelOf = ({ consumer }: ConsumerRoute): string => `${consumer}Queue`;

const messagesOf = (versions: Version[]): Node =>
  Object.fromEntries(versions.map(({ key }) => [key, { $ref: `#/components/messages/${key}` }]));

const busChannel = (versions: Version[]): Node => ({
  address: busName,
  title: 'The event bus',
  description: 'The EventBridge bus that every event is put on.',
  messages: messagesOf(versions),
});

const queueChannel = (route: ConsumerRoute, versions: Version[]): [string, Node] => [
  channelOf(route),
  {
    address: route.queueName,
    title: `The queue of ${route.consumer}`,
    description: `Filled by the rule ${route.ruleName}; what cannot be taken goes to ${route.deadLetterQueueName}.`,
    messages: messagesOf(versions.filter((version) => isHeardBy(route, version))),
  },
];

const emitOperations = (versions: Version[]): Node => {
  const emitters = [...new Set(versions.flatMap(({ contract }) => contract.emitters))].toSorted();
  return Object.fromEntries(
    emitters.map((emitter) => {
      const emitted = versions.filter((version) => isNewest(version) && version.contract.emitters.includes(emitter));
      return [
        `${emitter}Emits`,
        operation('send', { channel: 'bus', summary: `What ${emitter} tells.`, versions: emitted }),
      ];
    }),
  );
};

const reactOperation = (route: ConsumerRoute, versions: Version[]): [string, Node] => {
  const heard = versions.filter((version) => isHeardBy(route, version));
  const summary = `What ${route.consumer} reacts to.`;
  return [`${route.consumer}Reacts`, operation('receive', { channel: channelOf(route), summary, versions: heard })];
};

const operation = (
  action: 'send' | 'receive',
  { channel, summary, versions }: { channel: string; summary: string; versions: Version[] },
): Node => ({
  action,
  channel: { $ref: `#/channels/${channel}` },
  summary,
  messages: versions.map(({ key }) => ({ $ref: `#/channels/${channel}/messages/${key}` })),
});

const message = ({ contract, version }: Version): Node => ({
  name: contract.name,
  title: `${contract.name}, version ${version.version}`,
  summary: contract.description,
  payload: {
    type: 'object',
    required: ['source', 'detail-type', 'detail'],
    properties: {
      source: { type: 'string', enum: contract.emitters.map(sourceOf), description: 'Who emits it.' },
      'detail-type': { const: contract.name, description: 'The name of the event.' },
      detail: {
        allOf: [{ $ref: '#/components/schemas/Envelope' }, detailOf(version)],
        description: 'The envelope with what happened.',
      },
    },
  },
  examples: [{ name: contract.name, payload: deliveredExample(contract, version) }],
});

const detailOf = ({ version, data }: EventVersion): Node => ({
  type: 'object',
  properties: { schemaVersion: { const: version }, data: withoutDialect(jsonSchemaOf(data, 'draft-7')) },
});

/** Inside a document the dialect is the document's. */
const withoutDialect = ({ $schema: _dialect, ...schema }: Node): Node => schema;
