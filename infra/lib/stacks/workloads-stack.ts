import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import { Secret } from 'aws-cdk-lib/aws-ecs';
import { ListenerCondition } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { EventRoute } from '../constructs/event-route.ts';
import { LogRoom } from '../constructs/log-room.ts';
import { credentialsOf } from '../constructs/preparation.ts';
import type { SubgraphDatabase } from '../constructs/subgraph-database.ts';
import { hearEvents, mayTell, useEvents } from '../constructs/use-events.ts';
import { Workload } from '../constructs/workload.ts';
import { internalHost } from '../facts/addresses.ts';
import { gatewayVariables, issuersOf, subgraphVariables } from '../facts/environment.ts';
import { type Subgraph, subgraphs, type WorkloadName } from '../facts/subgraphs.ts';
import type { StageSettings } from '../stages.ts';
import type { CacheStack } from './cache-stack.ts';
import type { ClusterStack } from './cluster-stack.ts';
import type { EventsStack } from './events-stack.ts';
import type { IdentityStack } from './identity-stack.ts';
import type { SecretsStack } from './secrets-stack.ts';

export type WorkloadsStackProps = StackProps & {
  stage: StageSettings;
  key: IKey;
  alerts: ITopic;
  vpc: IVpc;
  groups: Readonly<Record<WorkloadName, ISecurityGroup>>;
  databases: Readonly<Record<Subgraph, SubgraphDatabase>>;
  clusterStack: ClusterStack;
  events: EventsStack;
  identity: IdentityStack;
  secrets: SecretsStack;
  cache: CacheStack;
  /** Where the user subgraph puts what it decided to tell. */
  notifications: IQueue;
};

/** The gateway and the subgraphs, at one release. */
export class WorkloadsStack extends Stack {
  readonly workloads: Readonly<Record<WorkloadName, Workload>>;
  private readonly props: WorkloadsStackProps;

  constructor(scope: Construct, id: string, props: WorkloadsStackProps) {
    super(scope, id, props);
    this.props = props;
    const { stage, key } = props;
    new LogRoom(this, 'metrics', { stage, name: 'metrics', key });
    const made = subgraphs.map((name, index) => [name, this.subgraph(name, index + 1)] as const);
    this.workloads = { ...(Object.fromEntries(made) as Record<Subgraph, Workload>), gateway: this.gateway() };
  }

  private common(name: WorkloadName) {
    const { stage, key, alerts, vpc, groups, clusterStack } = this.props;
    return { stage, key, alerts, vpc, name, group: groups[name], cluster: clusterStack.cluster };
  }

  private gateway(): Workload {
    const { stage, cache, clusterStack, events, identity, secrets } = this.props;
    const route = events.routes.get('gateway');
    if (!route) throw new Error('The gateways have no queue.');
    const clientIds = [identity.storefront, identity.machine].map(({ userPoolClientId }) => userPoolClientId);
    const issuers = this.toJsonString(issuersOf(stage, { issuer: identity.issuer, clientIds }));
    // Only what came through CloudFront and its web ACL knows this word.
    const secretWord = secrets.origin.secretValue.unsafeUnwrap();
    const workload = new Workload(this, 'gateway', {
      ...this.common('gateway'),
      environment: gatewayVariables({ stage, issuers, queues: queuesOf(route), redisUrl: cache.url }),
      secrets: {
        VIEWER_PRIVATE_JWK: Secret.fromSecretsManager(secrets.viewerKeys, 'privateJwk'),
        GUEST_JWKS: Secret.fromSecretsManager(secrets.guestKeys, 'publicJwks'),
        REDIS_PASSWORD: Secret.fromSecretsManager(cache.token),
      },
      door: {
        listener: clusterStack.publicDoor,
        priority: 1,
        conditions: [ListenerCondition.httpHeader('x-cartograph-origin', [secretWord])],
      },
    });
    hearEvents(workload.task.definition, route);
    return workload;
  }

  private subgraph(subgraph: Subgraph, priority: number): Workload {
    const { stage, clusterStack, databases, events, secrets, cache, notifications } = this.props;
    const route = events.routes.get(subgraph);
    const queues = route && queuesOf(route);
    const workload = new Workload(this, subgraph, {
      ...this.common(subgraph),
      environment: subgraphVariables({
        stage,
        subgraph,
        databaseUrl: databases[subgraph].url,
        busName: events.busName,
        redisUrl: cache.url,
        notificationsUrl: notifications.queueUrl,
        ...(queues && { queues }),
      }),
      secrets: {
        ...credentialsOf(databases[subgraph]),
        VIEWER_JWKS: Secret.fromSecretsManager(secrets.viewerKeys, 'publicJwks'),
        ...this.ownSecrets(subgraph),
      },
      door: {
        listener: clusterStack.subgraphDoor,
        priority,
        conditions: [ListenerCondition.hostHeaders([internalHost(stage, subgraph)])],
      },
      queue: route?.queue,
    });
    useEvents(workload.task.definition, { bus: events.bus, route });
    if (subgraph === 'user') mayTell(workload.task.definition, notifications);
    return workload;
  }

  private ownSecrets(subgraph: Subgraph): Record<string, Secret> {
    const { guestKeys, identityKeys, paymentProvider } = this.props.secrets;
    switch (subgraph) {
      case 'order':
        return { GUEST_TOKEN_PRIVATE_JWK: Secret.fromSecretsManager(guestKeys, 'privateJwk') };
      case 'user':
        return {
          OIDC_SIGNING_KEYS: Secret.fromSecretsManager(identityKeys, 'signingKeys'),
          IDENTITY_SECRET: Secret.fromSecretsManager(identityKeys, 'identitySecret'),
          REDIS_PASSWORD: Secret.fromSecretsManager(this.props.cache.token),
        };
      case 'payment':
        return {
          PAYMENT_PROVIDER_URL: Secret.fromSecretsManager(paymentProvider, 'url'),
          PAYMENT_PROVIDER_API_KEY: Secret.fromSecretsManager(paymentProvider, 'apiKey'),
        };
      case 'product':
        return {};
    }
  }
}

const queuesOf = ({ queue, deadLetters }: EventRoute) => ({
  url: queue.queueUrl,
  deadLettersUrl: deadLetters.queueUrl,
});
