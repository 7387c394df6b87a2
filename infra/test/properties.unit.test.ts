import { describe, expect, it } from 'vitest';
import { everything, nameOf } from './assembly.ts';
import { propertyProblems } from './property-problems.ts';

describe('the properties of every resource', () => {
  it("are known to AWS's own specification, of its types, and complete", () => {
    // What CloudFront's region and ours tell each other: CDK's own, without a specification.
    const known = everything().filter(({ Type }) => !/^Custom::CrossRegionExport(Reader|Writer)$/.test(Type));
    const found = known.flatMap((resource) =>
      propertyProblems(resource.Type, resource.Properties ?? {}).map((problem) => `${nameOf(resource)}: ${problem}`),
    );
    expect(found).toEqual([]);
  });

  it('are found out when they are misspelt, missing or of another type', () => {
    const rule = { EventPattern: {}, Targets: [{ Id: 'queue', Arn: 'a', DeadLetterConfig: { ARN: 'b' } }], State: [] };
    expect(propertyProblems('AWS::Events::Rule', rule)).toEqual([
      'AWS::Events::Rule.Targets[0].DeadLetterConfig.ARN is unknown',
      'AWS::Events::Rule.State is no string',
    ]);
    expect(propertyProblems('AWS::EventSchemas::Schema', { SchemaName: 'a' }).join()).toContain('Content is required');
    expect(propertyProblems('AWS::SQS::Kueue', {})).toEqual(['AWS::SQS::Kueue is no type of resource']);
  });
});
