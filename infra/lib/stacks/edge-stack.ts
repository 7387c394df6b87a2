import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties, CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { HttpDoor } from '../constructs/http-door.ts';
import { Storefront } from '../constructs/storefront.ts';
import { scopes } from '../facts/scopes.ts';
import type { StageSettings } from '../stages.ts';
import type { ClusterStack } from './cluster-stack.ts';
import type { FrontStack } from './front-stack.ts';
import type { IdentityStack } from './identity-stack.ts';
import type { SecretsStack } from './secrets-stack.ts';

export type EdgeStackProps = StackProps & {
  stage: StageSettings;
  vpc: IVpc;
  key: IKey;
  clusterStack: ClusterStack;
  vpcLinkGroup: ISecurityGroup;
  identity: IdentityStack;
  secrets: SecretsStack;
  front: FrontStack;
};

/** The way in: CloudFront and its web ACL, then API Gateway, then the internal load balancer. There is no other. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id, props);
    const { stage, vpc, key, clusterStack, vpcLinkGroup, identity, secrets, front } = props;
    const { hostedZoneId, name: zoneName } = stage.domain;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'zone', { hostedZoneId, zoneName });
    const originHost = `origin.${stage.domain.name}`;
    const door = new HttpDoor(this, 'door', {
      stage,
      vpc,
      key,
      group: vpcLinkGroup,
      listener: clusterStack.publicDoor,
      certificate: new Certificate(this, 'certificate', {
        domainName: originHost,
        validation: CertificateValidation.fromDns(zone),
      }),
      hostName: originHost,
      tokens: {
        issuer: identity.issuer,
        audience: [identity.machine.userPoolClientId],
        scopes: Object.keys(scopes).map((scope) => `cartograph/${scope}`),
      },
    });
    const { distribution, pages } = new Storefront(this, 'storefront', {
      stage,
      certificate: front.certificate,
      webAclArn: front.webAcl.attrArn,
      originHost,
      originWord: secrets.origin.secretValue.unsafeUnwrap(),
    });
    const api = new ApiGatewayv2DomainProperties(door.domain.regionalDomainName, door.domain.regionalHostedZoneId);
    new ARecord(this, 'origin-name', { zone, recordName: 'origin', target: RecordTarget.fromAlias(api) });
    const shop = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new ARecord(this, 'shop-name', { zone, target: shop });
    new AaaaRecord(this, 'shop-name-6', { zone, target: shop });
    new CfnOutput(this, 'PagesBucket', { value: pages.bucketName });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
  }
}
