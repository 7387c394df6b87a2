import { describe, expect, it } from 'vitest';
import { everything, nameOf, type Placed } from './assembly.ts';

type Statement = { Effect: string; Action?: string | string[]; Resource?: unknown; Principal?: unknown };
type Policy = { Statement?: Statement[] };

const documents = ['PolicyDocument', 'AssumeRolePolicyDocument', 'KeyPolicy', 'Policies'];

const statementsOf = (resource: Placed): Statement[] =>
  documents.flatMap((name) => {
    const value = resource.Properties?.[name];
    const policies =
      name === 'Policies'
        ? ((value ?? []) as { PolicyDocument?: Policy }[]).map((one) => one.PolicyDocument)
        : [value as Policy];
    return policies.flatMap((policy) => policy?.Statement ?? []);
  });

const identityStatements = everything()
  .filter(({ Type }) => ['AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::ManagedPolicy'].includes(Type))
  .flatMap((resource) => statementsOf(resource).map((statement) => ({ where: nameOf(resource), statement })));

const actionsOf = ({ Action = [] }: Statement): string[] => [Action].flat();

/** Where the shop's data is: whoever may do everything there may also erase it. */
const dataOwners =
  /^(rds|rds-data|dynamodb|sqs|sns|s3|secretsmanager|kms|events|elasticache|cognito-idp|ses|lambda|ecr):/;

describe('what a role may do', () => {
  it('is looked at', () => {
    expect(identityStatements.length).toBeGreaterThan(0);
  });

  it('is never everything', () => {
    const found = identityStatements.filter(({ statement }) =>
      actionsOf(statement).some((action) => action === '*' || action.endsWith(':*')),
    );
    expect(found.map(({ where }) => where)).toEqual([]);
  });

  it('with data is named action by action, but for reading and for the grants of a key', () => {
    const tolerated = /^(s3:(Get|List|Abort|DeleteObject)|kms:(ReEncrypt|GenerateDataKey))\w*\*$/;
    const found = identityStatements.flatMap(({ where, statement }) =>
      actionsOf(statement)
        .filter((action) => dataOwners.test(action) && action.includes('*') && !tolerated.test(action))
        .map((action) => `${where}: ${action}`),
    );
    expect(found).toEqual([]);
  });

  it('to data is never done to all of it', () => {
    // These three AWS knows only without a resource.
    const unscoped = new Set([
      'ecr:GetAuthorizationToken',
      'rds:DescribeDBClusters',
      'secretsmanager:GetRandomPassword',
      's3:ListAllMyBuckets',
    ]);
    const found = identityStatements.flatMap(({ where, statement }) =>
      statement.Resource === '*' && statement.Effect === 'Allow'
        ? actionsOf(statement)
            .filter((action) => dataOwners.test(action) && !unscoped.has(action))
            .map((action) => `${where}: ${action}`)
        : [],
    );
    expect(found).toEqual([]);
  });
});
