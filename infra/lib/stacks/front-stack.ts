import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { retentionOf } from '../constructs/log-room.ts';
import { webAclRules } from '../facts/web-acl-rules.ts';
import type { StageSettings } from '../stages.ts';

/** What CloudFront wants from us-east-1, wherever the shop is: its certificate and its web ACL. */
export class FrontStack extends Stack {
  readonly certificate: Certificate;
  readonly webAcl: CfnWebACL;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: StageSettings }) {
    super(scope, id, props);
    const zone = HostedZone.fromHostedZoneAttributes(this, 'zone', {
      hostedZoneId: stage.domain.hostedZoneId,
      zoneName: stage.domain.name,
    });
    this.certificate = new Certificate(this, 'certificate', {
      domainName: stage.domain.name,
      validation: CertificateValidation.fromDns(zone),
    });
    this.webAcl = new CfnWebACL(this, 'web-acl', {
      name: `cartograph-${stage.name}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'all', sampledRequestsEnabled: true },
      rules: webAclRules(stage.requestsPerAddress),
    });
    this.log(stage);
  }

  private log(stage: StageSettings): void {
    const key = new Key(this, 'key', {
      description: 'Encrypts the log of the web ACL.',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    key.grantEncryptDecrypt(new ServicePrincipal(`logs.${this.region}.amazonaws.com`));
    const group = new LogGroup(this, 'log', {
      // The prefix is AWS WAF's condition.
      logGroupName: `aws-waf-logs-cartograph-${stage.name}`,
      retention: retentionOf(stage),
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, 'logging', {
      resourceArn: this.webAcl.attrArn,
      logDestinationConfigs: [`arn:aws:logs:${this.region}:${this.account}:log-group:${group.logGroupName}`],
      // Tokens of customers and guests do not belong into a log.
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'x-cartograph-guest' } },
        { singleHeader: { Name: 'cookie' } },
      ],
    }).node.addDependency(group);
  }
}
