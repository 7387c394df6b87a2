import { DefaultStackSynthesizer, Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlertsStack } from './stacks/alerts-stack.ts';
import { CacheStack } from './stacks/cache-stack.ts';
import { DatabaseStack } from './stacks/database-stack.ts';
import { EventSchemasStack } from './stacks/event-schemas-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import type { StageSettings } from './stages.ts';

/** The whole of Cartograph in one account. */
export class CartographStage extends Stage {
  readonly alerts: AlertsStack;
  readonly events: EventsStack;

  constructor(scope: Construct, stage: StageSettings) {
    super(scope, stage.name, { env: { account: stage.account, region: stage.region } });
    const named = (id: string) => ({
      stage,
      stackName: `cartograph-${stage.name}-${id}`,
      description: `Cartograph, ${stage.name}: ${id}.`,
      terminationProtection: stage.isKept,
      // The roles of the bootstrap are of one version in all stages: to ask for it in every stack only makes a parameter.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    });
    this.alerts = new AlertsStack(this, 'alerts', named('alerts'));
    const { key, topic: alerts } = this.alerts;
    const { vpc, groups } = new NetworkStack(this, 'network', { ...named('network'), key });
    new DatabaseStack(this, 'database', { ...named('database'), vpc, key, alerts, groups });
    new CacheStack(this, 'cache', { ...named('cache'), vpc, key, alerts, gateway: groups.gateway });
    this.events = new EventsStack(this, 'events', { ...named('events'), key, alerts });
    new EventSchemasStack(this, 'event-schemas', named('event-schemas'));
    Tags.of(this).add('product', 'cartograph');
    Tags.of(this).add('stage', stage.name);
  }
}
