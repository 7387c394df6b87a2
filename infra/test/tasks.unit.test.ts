import { describe, expect, it } from 'vitest';
import { all, at, nameOf, type Placed } from './assembly.ts';

type Container = {
  Name: string;
  Environment?: { Name: string; Value: unknown }[];
  PortMappings?: unknown[];
  User?: string;
  ReadonlyRootFilesystem?: boolean;
  Privileged?: boolean;
};

const ours = ['gateway', 'product', 'order', 'user', 'payment', 'migrate'];
const containers = all('AWS::ECS::TaskDefinition').flatMap((task) =>
  (at(task, 'ContainerDefinitions') as Container[]).map((container) => ({ where: nameOf(task), ...container })),
);

describe('a task', () => {
  it('of ours is nobody special and writes on no disk', () => {
    const found = containers.filter(({ Name }) => ours.includes(Name));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ User, ReadonlyRootFilesystem }) => User !== '1000' || !ReadonlyRootFilesystem)).toEqual([]);
  });

  it('has no public address', () => {
    const isPrivate = (service: Placed) =>
      at(service, 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp') === 'DISABLED';
    expect(all('AWS::ECS::Service').filter((service) => !isPrivate(service))).toEqual([]);
  });

  it('of a release that does not come up, or sets off its alarms, goes back by itself', () => {
    const goesBack = (service: Placed) => {
      const deployment = at(service, 'DeploymentConfiguration') as {
        DeploymentCircuitBreaker?: { Enable: boolean; Rollback: boolean };
        Alarms?: { Enable: boolean; Rollback: boolean; AlarmNames: string[] };
      };
      const { DeploymentCircuitBreaker: breaker, Alarms: alarms } = deployment;
      return breaker?.Enable && breaker.Rollback && alarms?.Enable && alarms.Rollback && alarms.AlarmNames.length === 2;
    };
    expect(all('AWS::ECS::Service').filter((service) => !goesBack(service))).toEqual([]);
  });
});

describe('what a task tells of itself', () => {
  const told = (container: Container) =>
    Object.fromEntries((container.Environment ?? []).map(({ Name, Value }) => [Name, Value]));
  const services = containers.filter(({ Name }) => ['gateway', 'product', 'order', 'user', 'payment'].includes(Name));

  it('goes to the collector beside it, in prod of few traces', () => {
    expect(services.length).toBe(15);
    for (const service of services) {
      expect(told(service)).toMatchObject({ TELEMETRY: 'otlp', TELEMETRY_ENDPOINT: 'http://127.0.0.1:4318' });
    }
    const ratios = Map.groupBy(services, (service) => told(service)['TELEMETRY_SAMPLING_RATIO']);
    expect([...ratios].map(([ratio, all]) => [ratio, all.length])).toEqual([
      ['1', 10],
      ['0.05', 5],
    ]);
  });

  it('names API Gateway’s id of the request, and takes no trace of a stranger for its own', () => {
    const gateways = services.filter(({ Name }) => Name === 'gateway').map(told);
    expect(gateways.map((gateway) => gateway['TELEMETRY_REQUEST_ID_HEADER'])).toEqual(Array(3).fill('x-request-id'));
    expect(gateways.filter((gateway) => (gateway['TELEMETRY_INCOMING'] ?? 'restart') !== 'restart')).toEqual([]);
  });

  it('is taken by a collector that nobody else reaches, and goes to X-Ray and CloudWatch alone', () => {
    const collectors = containers.filter(({ Name }) => Name === 'collector');
    expect(collectors.length).toBe(services.length);
    for (const collector of collectors) {
      const config = JSON.parse(String(told(collector)['AOT_CONFIG_CONTENT']));
      expect(config.receivers).toEqual({ otlp: { protocols: { http: { endpoint: '127.0.0.1:4318' } } } });
      expect(config.service.pipelines.traces).toMatchObject({ receivers: ['otlp'], exporters: ['awsxray'] });
      expect(config.service.pipelines.metrics).toMatchObject({ receivers: ['otlp'], exporters: ['awsemf'] });
      expect(collector.PortMappings ?? []).toEqual([]);
    }
  });

  it('may write traces and read how many are wanted, and nothing else of X-Ray', () => {
    const actions = all('AWS::IAM::Policy')
      .flatMap((policy) => at(policy, 'PolicyDocument.Statement') as { Action: string | string[] }[])
      .flatMap(({ Action }) => Action)
      .filter((action) => action.startsWith('xray:'));
    expect(new Set(actions)).toEqual(
      new Set([
        'xray:PutTraceSegments',
        'xray:PutTelemetryRecords',
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
      ]),
    );
  });
});

describe('the way in', () => {
  it('is behind a web ACL, and the origin has no other name', () => {
    const distributions = all('AWS::CloudFront::Distribution');
    expect(distributions.filter((one) => at(one, 'DistributionConfig.WebACLId') === undefined)).toEqual([]);
    expect(all('AWS::ApiGatewayV2::Api').filter((api) => at(api, 'DisableExecuteApiEndpoint') !== true)).toEqual([]);
  });

  it('to the load balancer needs the word that only CloudFront says', () => {
    const listeners = all('AWS::ElasticLoadBalancingV2::Listener');
    const fallsThrough = (listener: Placed) => {
      const [action] = at(listener, 'DefaultActions') as {
        Type: string;
        FixedResponseConfig?: { StatusCode: string };
      }[];
      return action?.FixedResponseConfig?.StatusCode === '403';
    };
    expect(listeners.filter((listener) => !fallsThrough(listener))).toEqual([]);
    const toGateway = all('AWS::ElasticLoadBalancingV2::ListenerRule').filter(({ id }) => id.startsWith('gateway'));
    expect(toGateway).toHaveLength(3);
    for (const rule of toGateway) {
      expect(at(rule, 'Conditions')).toMatchObject([
        { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'x-cartograph-origin' } },
      ]);
    }
  });

  it('speaks TLS alone, and the load balancer is not on the internet', () => {
    const balancers = all('AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect(balancers.filter((balancer) => at(balancer, 'Scheme') !== 'internal')).toEqual([]);
    const listeners = all('AWS::ElasticLoadBalancingV2::Listener');
    expect(listeners.filter((listener) => at(listener, 'Protocol') !== 'HTTPS')).toEqual([]);
  });

  it('asks machines for a token of the pool with one of its scopes', () => {
    const closed = all('AWS::ApiGatewayV2::Route').filter((route) => at(route, 'AuthorizationType') === 'JWT');
    expect(closed.map((route) => at(route, 'RouteKey'))).toEqual(
      Array.from({ length: 3 }, () => 'POST /machine/graphql'),
    );
    expect(closed.every((route) => (at(route, 'AuthorizationScopes') as string[]).length > 0)).toBe(true);
  });
});
