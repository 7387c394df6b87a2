import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerInsights } from 'aws-cdk-lib/aws-ecs';
import {
  type ApplicationListener,
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ListenerAction,
  SslPolicy,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ARecord, HostedZone, type IHostedZone, PrivateHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { LogBucket } from '../constructs/log-bucket.ts';
import { internalDomain, subgraphPort } from '../facts/addresses.ts';
import type { StageSettings } from '../stages.ts';

export type ClusterStackProps = StackProps & { stage: StageSettings; vpc: IVpc; balancerGroup: ISecurityGroup };

/** Where tasks run, and the one internal load balancer in front of them: no part of it has a public address. */
export class ClusterStack extends Stack {
  readonly cluster: Cluster;
  readonly balancer: ApplicationLoadBalancer;
  /** For API Gateway alone. */
  readonly publicDoor: ApplicationListener;
  /** For the gateway alone. */
  readonly subgraphDoor: ApplicationListener;

  constructor(scope: Construct, id: string, { stage, vpc, balancerGroup, ...props }: ClusterStackProps) {
    super(scope, id, props);
    this.cluster = new Cluster(this, 'cluster', {
      clusterName: `cartograph-${stage.name}`,
      vpc,
      containerInsightsV2: ContainerInsights.ENABLED,
      enableFargateCapacityProviders: true,
    });
    this.balancer = new ApplicationLoadBalancer(this, 'balancer', {
      vpc,
      internetFacing: false,
      vpcSubnets: { subnetGroupName: 'tasks' },
      securityGroup: balancerGroup,
      dropInvalidHeaderFields: true,
      deletionProtection: stage.isKept,
      idleTimeout: Duration.seconds(60),
    });
    this.balancer.logAccessLogs(new LogBucket(this, 'balancer-log', { stage }), 'balancer');
    const certificate = this.certificate(stage);
    this.publicDoor = this.door('public-door', 443, certificate);
    this.subgraphDoor = this.door('subgraph-door', subgraphPort, certificate);
    this.nameBalancer(stage, vpc);
  }

  private certificate(stage: StageSettings): Certificate {
    const zone: IHostedZone = HostedZone.fromHostedZoneAttributes(this, 'zone', {
      hostedZoneId: stage.domain.hostedZoneId,
      zoneName: stage.domain.name,
    });
    return new Certificate(this, 'certificate', {
      domainName: `*.${internalDomain(stage)}`,
      validation: CertificateValidation.fromDns(zone),
    });
  }

  private door(id: string, port: number, certificate: Certificate): ApplicationListener {
    return this.balancer.addListener(id, {
      port,
      protocol: ApplicationProtocol.HTTPS,
      certificates: [certificate],
      sslPolicy: SslPolicy.RECOMMENDED_TLS,
      open: false,
      // Whoever no rule knows is nobody.
      defaultAction: ListenerAction.fixedResponse(403, { contentType: 'text/plain', messageBody: 'Forbidden' }),
    });
  }

  private nameBalancer(stage: StageSettings, vpc: IVpc): void {
    const zone = new PrivateHostedZone(this, 'internal', { zoneName: internalDomain(stage), vpc });
    new ARecord(this, 'all', {
      zone,
      recordName: '*',
      target: RecordTarget.fromAlias(new LoadBalancerTarget(this.balancer)),
    });
  }
}
