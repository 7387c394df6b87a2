import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnRegistry, CfnSchema } from 'aws-cdk-lib/aws-eventschemas';
import type { Construct } from 'constructs';
import { type PublishedSchema, publishedSchemas } from '../facts/published-events.ts';

/** The schema registry, filled with the event contracts that are published. */
export class EventSchemasStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const registry = new CfnRegistry(this, 'registry', {
      registryName: 'cartograph',
      description: 'The contracts of the domain events.',
    });
    for (const { event, source, description, text } of newestOfEach(publishedSchemas())) {
      new CfnSchema(this, event, {
        registryName: registry.attrRegistryName,
        schemaName: `${source}@${event}`,
        description,
        type: 'JSONSchemaDraft4',
        content: JSON.stringify(JSON.parse(text)),
      });
    }
  }
}

/** The registry counts versions itself: an update of the stack is the next version there. */
const newestOfEach = (schemas: PublishedSchema[]): PublishedSchema[] =>
  [...Map.groupBy(schemas, ({ event }) => event).values()].map((versions) =>
    versions.reduce((newest, schema) => (schema.version > newest.version ? schema : newest)),
  );
