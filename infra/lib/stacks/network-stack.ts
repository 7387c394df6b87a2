import { Stack, type StackProps } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  IpAddresses,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { LogRoom } from '../constructs/log-room.ts';
import { subgraphPort } from '../facts/addresses.ts';
import { subgraphs, type WorkloadName } from '../facts/subgraphs.ts';
import type { StageSettings } from '../stages.ts';

const addresses = '10.0.0.0/16';

/** What is used at every start and all the time: images, logs, secrets, events. */
const doors = {
  'ecr-api': InterfaceVpcEndpointAwsService.ECR,
  'ecr-images': InterfaceVpcEndpointAwsService.ECR_DOCKER,
  logs: InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
  secrets: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  events: InterfaceVpcEndpointAwsService.EVENTBRIDGE,
  queues: InterfaceVpcEndpointAwsService.SQS,
  traces: InterfaceVpcEndpointAwsService.XRAY,
} as const;

/** The network: tasks in private subnets, databases in subnets without any way out, nothing of ours in the public ones. */
export class NetworkStack extends Stack {
  readonly vpc: Vpc;
  /** Who a task is in the network: databases, cache and load balancers open to these, never to an address. */
  readonly groups: Readonly<Record<WorkloadName, SecurityGroup>>;
  readonly vpcLinkGroup: SecurityGroup;
  readonly balancerGroup: SecurityGroup;

  constructor(
    scope: Construct,
    id: string,
    { stage, key, ...props }: StackProps & { stage: StageSettings; key: IKey },
  ) {
    super(scope, id, props);
    this.vpc = new Vpc(this, 'vpc', {
      ipAddresses: IpAddresses.cidr(addresses),
      maxAzs: stage.network.zones,
      natGateways: stage.network.natGateways,
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'tasks', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: 'databases', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
    });
    const log = new LogRoom(this, 'flow-log', { stage, name: 'network', key });
    this.vpc.addFlowLog('flows', { destination: FlowLogDestination.toCloudWatchLogs(log) });
    // These two cost nothing, and what goes through them does not go through a NAT that counts bytes.
    this.vpc.addGatewayEndpoint('s3', { service: GatewayVpcEndpointAwsService.S3 });
    this.vpc.addGatewayEndpoint('dynamodb', { service: GatewayVpcEndpointAwsService.DYNAMODB });
    this.groups = this.groupsOf(['gateway', ...subgraphs]);
    this.vpcLinkGroup = new SecurityGroup(this, 'vpc-link', { vpc: this.vpc, description: 'API Gateway.' });
    this.balancerGroup = this.balancer();
    if (stage.network.interfaceEndpoints) this.openDoors();
  }

  private groupsOf(names: readonly WorkloadName[]): Record<WorkloadName, SecurityGroup> {
    const made = names.map((name) => {
      const description = `Tasks of the ${name}.`;
      return [name, new SecurityGroup(this, `${name}-tasks`, { vpc: this.vpc, description })] as const;
    });
    return Object.fromEntries(made) as Record<WorkloadName, SecurityGroup>;
  }

  private balancer(): SecurityGroup {
    const group = new SecurityGroup(this, 'balancer', { vpc: this.vpc, description: 'The load balancer.' });
    group.addIngressRule(this.vpcLinkGroup, Port.tcp(443), 'API Gateway.');
    group.addIngressRule(this.groups.gateway, Port.tcp(subgraphPort), 'The gateway.');
    return group;
  }

  private openDoors(): void {
    const group = new SecurityGroup(this, 'doors', {
      vpc: this.vpc,
      description: 'AWS, inside.',
      allowAllOutbound: false,
    });
    group.addIngressRule(Peer.ipv4(addresses), Port.tcp(443), 'Everything in this network.');
    const options = { subnets: { subnetGroupName: 'tasks' }, securityGroups: [group], open: false };
    for (const [name, service] of Object.entries(doors)) this.vpc.addInterfaceEndpoint(name, { ...options, service });
  }
}
