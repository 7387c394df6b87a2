import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { clientAddressHeader, requestIdHeader } from '../lib/facts/addresses.ts';
import { all, at, type Placed } from './assembly.ts';

type Behaviour = {
  PathPattern: string;
  FunctionAssociations?: { EventType: string; FunctionARN: { 'Fn::GetAtt': [string, string] } }[];
};
type Event = { viewer: { ip: string }; request: { headers: Record<string, { value: string }> } };

const [distribution] = all('AWS::CloudFront::Distribution').filter(({ stack }) => stack === 'cartograph-prod-edge');
const behaviours = (at(distribution ?? { Type: '' }, 'DistributionConfig.CacheBehaviors') as Behaviour[]).filter(
  ({ PathPattern }) => PathPattern !== '/media/*',
);

/** The program of an association, as CloudFront runs it. */
const programOf = ({ FunctionAssociations: [association] = [] }: Behaviour): ((event: Event) => Event['request']) => {
  expect(association?.EventType).toBe('viewer-request');
  const [id] = association?.FunctionARN['Fn::GetAtt'] ?? [];
  const found = all('AWS::CloudFront::Function').find((one) => one.id === id && one.stack === 'cartograph-prod-edge');
  const code = String(at(found ?? { Type: '' }, 'FunctionCode'));
  return runInNewContext(`${code}; handler`, {}) as (event: Event) => Event['request'];
};

describe('who asks', () => {
  it('is told by CloudFront at every way to the gateway, whatever a client claims to be', () => {
    expect(behaviours.map(({ PathPattern }) => PathPattern)).toContain('/graphql');
    for (const behaviour of behaviours) {
      const headers = { [clientAddressHeader]: { value: '198.51.100.66' }, accept: { value: '*/*' } };
      const passedOn = programOf(behaviour)({ viewer: { ip: '2001:db8::9' }, request: { headers } });
      expect(passedOn.headers).toEqual({ [clientAddressHeader]: { value: '2001:db8::9' }, accept: { value: '*/*' } });
    }
  });
});

describe('a request', () => {
  it('has the id that API Gateway gave it, whatever a client sent as its id', () => {
    const integrations = all('AWS::ApiGatewayV2::Integration');
    const mapped = (one: Placed) =>
      (at(one, 'RequestParameters') as Record<string, string>)[`overwrite:header.${requestIdHeader}`];
    expect(integrations.length).toBeGreaterThan(0);
    expect(integrations.filter((one) => mapped(one) !== '$context.requestId')).toEqual([]);
  });
});

describe('what the user subgraph decided to tell', () => {
  it('may be sent to the queue of notifications by its task, and by no other task', () => {
    const policies = all('AWS::IAM::Policy').filter(({ stack }) => stack === 'cartograph-prod-workloads');
    const sends = policies.filter((policy) => {
      const text = JSON.stringify(at(policy, 'PolicyDocument'));
      return text.includes('sqs:SendMessage') && text.includes('notifications');
    });
    expect(sends.map(({ id }) => id)).toEqual([expect.stringMatching(/^user/)]);
  });
});
