import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

type Rule = CfnWebACL.RuleProperty;

const seenAs = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true });

const managed = (name: string, priority: number, counted: string[] = []): Rule => ({
  name,
  priority,
  overrideAction: { none: {} },
  visibilityConfig: seenAs(name),
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
});

type Rate = { limit: number; path?: string };

const rate = (name: string, priority: number, { limit, path }: Rate): Rule => ({
  name,
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  visibilityConfig: seenAs(name),
  statement: {
    rateBasedStatement: {
      limit,
      evaluationWindowSec: 300,
      aggregateKeyType: 'IP',
      ...(path && {
        scopeDownStatement: {
          byteMatchStatement: {
            searchString: path,
            fieldToMatch: { uriPath: {} },
            positionalConstraint: 'STARTS_WITH',
            textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
          },
        },
      }),
    },
  },
});

/** Cheapest first: an address that asks too much is gone before anything looks at what it asks. */
export const webAclRules = (requestsPerAddress: number): Rule[] => [
  rate('requests-per-address', 0, { limit: requestsPerAddress }),
  rate('graph-per-address', 1, { limit: Math.floor(requestsPerAddress / 2), path: '/graphql' }),
  managed('AWSManagedRulesAmazonIpReputationList', 2),
  managed('AWSManagedRulesKnownBadInputsRuleSet', 3),
  // A GraphQL operation is longer than 8 KB and looks like code: the gateway has limits of its own for both.
  managed('AWSManagedRulesCommonRuleSet', 4, ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'GenericLFI_BODY']),
];
