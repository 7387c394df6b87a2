import { DefaultStackSynthesizer, Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlertsStack } from './stacks/alerts-stack.ts';
import { CacheStack } from './stacks/cache-stack.ts';
import { ClusterStack } from './stacks/cluster-stack.ts';
import { DatabaseStack } from './stacks/database-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { EventSchemasStack } from './stacks/event-schemas-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { FrontStack } from './stacks/front-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import { PreparationStack } from './stacks/preparation-stack.ts';
import { SecretsStack } from './stacks/secrets-stack.ts';
import { WorkloadsStack } from './stacks/workloads-stack.ts';
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
    const network = new NetworkStack(this, 'network', { ...named('network'), key });
    const { vpc, groups, balancerGroup, vpcLinkGroup } = network;
    const { databases } = new DatabaseStack(this, 'database', { ...named('database'), vpc, key, alerts, groups });
    new CacheStack(this, 'cache', { ...named('cache'), vpc, key, alerts, gateway: groups.gateway });
    this.events = new EventsStack(this, 'events', { ...named('events'), key, alerts });
    new EventSchemasStack(this, 'event-schemas', named('event-schemas'));
    const secrets = new SecretsStack(this, 'secrets', { ...named('secrets'), key });
    const identity = new IdentityStack(this, 'identity', named('identity'));
    const clusterStack = new ClusterStack(this, 'cluster', { ...named('cluster'), vpc, balancerGroup });
    const { cluster } = clusterStack;
    new PreparationStack(this, 'preparation', { ...named('preparation'), key, cluster, vpc, databases, groups });
    const shared = { key, vpc, clusterStack, identity, secrets };
    const { events } = this;
    new WorkloadsStack(this, 'workloads', { ...named('workloads'), ...shared, alerts, groups, databases, events });
    const front = new FrontStack(this, 'front', {
      ...named('front'),
      env: { account: stage.account, region: 'us-east-1' },
      crossRegionReferences: true,
    });
    new EdgeStack(this, 'edge', { ...named('edge'), ...shared, front, vpcLinkGroup, crossRegionReferences: true });
    Tags.of(this).add('product', 'cartograph');
    Tags.of(this).add('stage', stage.name);
  }
}
