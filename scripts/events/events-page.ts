import { type EventContract, type EventVersion, envelopeSchema, heardByGateways } from '@cartograph/events';
import { jsonSchemaOf } from './event-schema.ts';
import { fieldsOf } from './schema-fields.ts';

/** docs/events.md: every event with who emits it, who reacts, and what it carries, for people. */
export const eventsPage = (catalogue: readonly EventContract[]): string => {
  const emitted = catalogue.filter(({ status }) => status === 'emitted');
  const planned = catalogue.filter(({ status }) => status === 'planned');
  return `${[
    '<!-- Generated from packages/events by `pnpm generate`. -->',
    '# Domain events',
    introduction,
    `## Overview\n\n${overview(emitted)}`,
    `### Planned\n\nAgreed upon, but what emits them is not built: they are not published, have no reactors yet and may still change.\n\n${overview(planned)}`,
    `## The envelope\n\n${envelope}\n\n${fieldTable(envelopeSchema)}`,
    '## Events',
    ...[...emitted, ...planned].map(section),
  ].join('\n\n')}\n`;
};

const introduction = `Each change of state leaves its subgraph as one of these, through the outbox, onto the EventBridge bus \`cartograph\`
(\`source\` is \`cartograph.<subgraph>\`, \`detail-type\` the event's name), and reaches one queue for each subgraph that reacts.
The gateways share a queue, too: by ${heardByGateways.join(', ')} they forget what they keep ([cache.md](cache.md)).
The same as a machine reads it: [asyncapi.yaml](asyncapi.yaml), JSON Schemas for the EventBridge schema registry and the
table of routes in [packages/events/published](../packages/events/published).

Contracts grow by optional fields only; anything else is a new version, which consumers read beside the old ones.
\`pnpm check\` refuses to break a published version; \`pnpm events:publish\` publishes.`;

const envelope = 'The `detail` of every event. Delivery is at least once: `eventId` tells a repetition.';

const overview = (contracts: readonly EventContract[]): string =>
  table(
    ['Event', 'Version', 'Emitted by', 'Reacted to by', 'What happened'],
    contracts.map((contract) => [
      `[${contract.name}](#${contract.name.toLowerCase()})`,
      String(contract.version),
      contract.emitters.join(', '),
      contract.reactors.join(', ') || '—',
      contract.description,
    ]),
  );

const section = (contract: EventContract): string => {
  const [newest, ...older] = contract.versions.toReversed();
  return [
    `### ${contract.name}`,
    contract.description,
    `${contract.status === 'planned' ? '**Planned**, not emitted yet. ' : ''}Version ${contract.version} · emitted by ${contract.emitters.join(', ')} · ${reactorsOf(contract)}`,
    ...(newest ? [payload(newest)] : []),
    ...older.map(
      (version) => `#### ${contract.name}, version ${version.version} (no longer emitted)\n\n${payload(version)}`,
    ),
  ].join('\n\n');
};

const reactorsOf = ({ reactors }: EventContract): string =>
  reactors.length === 0 ? 'nobody reacts' : `reacted to by ${reactors.join(', ')}`;

const payload = ({ data, example }: EventVersion): string =>
  `${fieldTable(data)}\n\n\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``;

const fieldTable = (schema: EventVersion['data']): string =>
  table(
    ['Field', 'Type', 'Meaning'],
    fieldsOf(jsonSchemaOf(schema, 'draft-7')).map(({ path, type, isRequired, description }) => [
      `\`${path}\`${isRequired ? '' : ' (optional)'}`,
      type,
      description,
    ]),
  );

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');

const escapeCell = (text: string): string => text.replaceAll('|', '\\|');
