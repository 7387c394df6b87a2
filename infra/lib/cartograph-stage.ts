import { DefaultStackSynthesizer, Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlertsStack } from './stacks/alerts-stack.ts';
import { AuditStack } from './stacks/audit-stack.ts';
import { CacheStack } from './stacks/cache-stack.ts';
import { CanaryStack } from './stacks/canary-stack.ts';
import { ClusterStack } from './stacks/cluster-stack.ts';
import { DatabaseStack } from './stacks/database-stack.ts';
import { EdgeStack, type EdgeStackProps } from './stacks/edge-stack.ts';
import { EventSchemasStack } from './stacks/event-schemas-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { EyesStack } from './stacks/eyes-stack.ts';
import { FrontStack } from './stacks/front-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import { NotificationsStack } from './stacks/notifications-stack.ts';
import { PreparationStack } from './stacks/preparation-stack.ts';
import { SecretsStack } from './stacks/secrets-stack.ts';
import { WorkloadsStack } from './stacks/workloads-stack.ts';
import type { StageSettings } from './stages.ts';

/** The whole of Cartograph in one account. */
export class CartographStage extends Stage {
  private readonly settings: StageSettings;

  constructor(scope: Construct, settings: StageSettings) {
    super(scope, settings.name, { env: { account: settings.account, region: settings.region } });
    this.settings = settings;
    const { key, topic: alerts } = new AlertsStack(this, 'alerts', this.named('alerts'));
    const network = new NetworkStack(this, 'network', { ...this.named('network'), key });
    const { vpc, groups, balancerGroup } = network;
    const stored = { vpc, key, alerts };
    const database = new DatabaseStack(this, 'database', { ...this.named('database'), ...stored, groups });
    const cache = new CacheStack(this, 'cache', {
      ...this.named('cache'),
      ...stored,
      user: groups.user,
      gateway: groups.gateway,
    });
    const events = new EventsStack(this, 'events', { ...this.named('events'), key, alerts });
    new EventSchemasStack(this, 'event-schemas', this.named('event-schemas'));
    const secrets = new SecretsStack(this, 'secrets', { ...this.named('secrets'), key });
    const identity = new IdentityStack(this, 'identity', this.named('identity'));
    const clusterStack = new ClusterStack(this, 'cluster', { ...this.named('cluster'), vpc, balancerGroup });
    const { cluster } = clusterStack;
    const { databases, clusters } = database;
    new PreparationStack(this, 'preparation', { ...this.named('preparation'), key, cluster, vpc, databases, groups });
    const { queue } = new NotificationsStack(this, 'notifications', { ...this.named('notifications'), key, alerts });
    const notifications = queue.queue;
    const shared = { key, vpc, clusterStack, identity, secrets };
    const running = { ...this.named('workloads'), ...shared, alerts, groups, databases, events, cache, notifications };
    const { workloads } = new WorkloadsStack(this, 'workloads', running);
    const { bus, routes } = events;
    new EyesStack(this, 'eyes', { ...this.named('eyes'), key, alerts, bus, routes, workloads, clusters });
    new CanaryStack(this, 'canary', { ...this.named('canary'), key, alerts });
    new AuditStack(this, 'audit', this.named('audit'));
    this.openTheShop({ ...shared, vpcLinkGroup: network.vpcLinkGroup });
    Tags.of(this).add('product', 'cartograph');
    Tags.of(this).add('stage', settings.name);
  }

  private openTheShop(shared: Omit<EdgeStackProps, 'front' | 'stage'>): void {
    const { account } = this.settings;
    const front = new FrontStack(this, 'front', {
      ...this.named('front'),
      env: { account, region: 'us-east-1' },
      crossRegionReferences: true,
    });
    new EdgeStack(this, 'edge', { ...this.named('edge'), ...shared, front, crossRegionReferences: true });
  }

  /** What every stack is told. */
  private named(id: string) {
    const { settings: stage } = this;
    return {
      stage,
      stackName: `cartograph-${stage.name}-${id}`,
      description: `Cartograph, ${stage.name}: ${id}.`,
      terminationProtection: stage.isKept,
      // The roles of the bootstrap are of one version in all stages: to ask for it in every stack only makes a parameter.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    };
  }
}
