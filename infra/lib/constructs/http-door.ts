import { Fn } from 'aws-cdk-lib';
import {
  CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  type HttpRouteIntegration,
  MappingValue,
  ParameterMapping,
  VpcLink,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpAlbIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IApplicationListener } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { internalHost, requestIdHeader } from '../facts/addresses.ts';
import type { StageSettings } from '../stages.ts';
import { accept } from './accept.ts';
import { LogRoom } from './log-room.ts';

export type HttpDoorProps = {
  stage: StageSettings;
  vpc: IVpc;
  key: IKey;
  group: ISecurityGroup;
  listener: IApplicationListener;
  certificate: ICertificate;
  hostName: string;
  tokens: { issuer: string; audience: string[]; scopes: string[] };
};

/** What anybody may ask; the gateway judges their tokens itself, as guests have none. */
const open: [path: string, methods: HttpMethod[]][] = [
  ['/graphql', [HttpMethod.GET, HttpMethod.POST]],
  ['/products', [HttpMethod.GET]],
  ['/products/{slug}', [HttpMethod.GET]],
  ['/openapi.json', [HttpMethod.GET]],
  ['/media/{path+}', [HttpMethod.GET]],
];

/** API Gateway in front of the load balancer: only at its own host name, only these routes, only so many requests. */
export class HttpDoor extends Construct {
  readonly api: HttpApi;
  readonly domain: DomainName;

  constructor(scope: Construct, id: string, props: HttpDoorProps) {
    super(scope, id);
    const { stage, hostName, certificate } = props;
    this.domain = new DomainName(this, 'domain', { domainName: hostName, certificate });
    this.api = new HttpApi(this, 'api', {
      apiName: `cartograph-${stage.name}`,
      disableExecuteApiEndpoint: true,
      defaultDomainMapping: { domainName: this.domain },
    });
    this.addRoutes(props);
    this.limitAndLog(props);
  }

  private addRoutes({ vpc, group, listener, stage, tokens }: HttpDoorProps): void {
    const vpcLink = new VpcLink(this, 'link', { vpc, subnets: { subnetGroupName: 'tasks' }, securityGroups: [group] });
    const to = (id: string, path?: string): HttpRouteIntegration => {
      // Found again in the log of the gateway's load balancer and in its traces.
      const mapping = new ParameterMapping().overwriteHeader(
        requestIdHeader,
        MappingValue.contextVariable('requestId'),
      );
      if (path) mapping.overwritePath(MappingValue.custom(path));
      return new HttpAlbIntegration(id, listener, {
        vpcLink,
        secureServerName: internalHost(stage, 'gateway'),
        parameterMapping: mapping,
      });
    };
    for (const [path, methods] of open) {
      const integration = to(`to-gateway-${path.replaceAll(/\W+/g, '-')}`);
      for (const route of this.api.addRoutes({ path, methods, integration })) {
        accept(route, {
          'AwsSolutions-APIG4': 'The shop window is open to everybody; who may do what is decided on the types.',
        });
      }
    }
    // Machines are refused before they reach us, unless their token is of our pool and has one of the scopes.
    this.api.addRoutes({
      path: '/machine/graphql',
      methods: [HttpMethod.POST],
      integration: to('to-gateway-machine', '/graphql'),
      authorizer: new HttpJwtAuthorizer('tokens', tokens.issuer, { jwtAudience: tokens.audience }),
      authorizationScopes: tokens.scopes,
    });
  }

  private limitAndLog({ stage, key }: HttpDoorProps): void {
    const log = new LogRoom(this, 'log', { stage, name: 'api', key });
    const defaultStage = this.api.defaultStage?.node.defaultChild;
    if (!(defaultStage instanceof CfnStage)) throw new Error('The API has no default stage.');
    defaultStage.defaultRouteSettings = {
      throttlingRateLimit: 5_000,
      throttlingBurstLimit: 2_500,
      detailedMetricsEnabled: true,
    };
    defaultStage.accessLogSettings = {
      destinationArn: Fn.join(':', [`arn:aws:logs:${stage.region}:${stage.account}:log-group`, log.logGroupName]),
      format: JSON.stringify({
        requestId: '$context.requestId',
        at: '$context.requestTimeEpoch',
        route: '$context.routeKey',
        status: '$context.status',
        bytes: '$context.responseLength',
        latencyMs: '$context.responseLatency',
        gatewayMs: '$context.integrationLatency',
        error: '$context.error.messageString',
      }),
    };
  }
}
