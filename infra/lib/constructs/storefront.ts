import { Duration } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  CfnDistribution,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { clientAddressHeader } from '../facts/addresses.ts';
import type { StageSettings } from '../stages.ts';
import { accept } from './accept.ts';
import { LogBucket } from './log-bucket.ts';
import { remains } from './remains.ts';

export type StorefrontProps = {
  stage: StageSettings;
  certificate: ICertificate;
  webAclArn: string;
  originHost: string;
  /** What the load balancer wants to hear. */
  originWord: string;
};

/** A path without a file's ending is a page of the application, whatever its name: all of them are the one document. */
const pagesAreOneDocument = `function handler(event) {
  var request = event.request;
  if (!/\\.[a-z0-9]+$/i.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

/** API Gateway passes no X-Forwarded-For on to a load balancer, and the load balancer adds an address of our own network. */
const namesTheClient = `function handler(event) {
  var request = event.request;
  request.headers['${clientAddressHeader}'] = { value: event.viewer.ip };
  return request;
}`;

/** The shop under one name: its pages from S3, its graph from the gateway, both behind the web ACL. */
export class Storefront extends Construct {
  readonly pages: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: StorefrontProps) {
    super(scope, id);
    const { stage, certificate, webAclArn } = props;
    const log = new LogBucket(this, 'log', { stage });
    this.pages = new Bucket(this, 'pages', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      serverAccessLogsBucket: log,
      serverAccessLogsPrefix: 'pages/',
      removalPolicy: remains(stage),
    });
    const graph = this.graphBehaviour(props);
    this.distribution = new Distribution(this, 'distribution', {
      comment: `Cartograph ${stage.name}`,
      domainNames: [stage.domain.name],
      certificate,
      webAclId: webAclArn,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      enableLogging: true,
      logBucket: log,
      logFilePrefix: 'distribution/',
      defaultBehavior: this.pagesBehaviour(stage),
      additionalBehaviors: Object.fromEntries(
        ['/graphql', '/machine/graphql', '/products', '/products/*', '/openapi.json'].map((path) => [path, graph]),
      ),
    });
    this.distribution.addBehavior('/media/*', this.graphOrigin(props), {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
    });
    accept(this.distribution, { 'AwsSolutions-CFR1': 'The shop sells to every country.' });
    if (!(this.distribution.node.defaultChild instanceof CfnDistribution)) throw new Error('No distribution.');
  }

  private graphOrigin({ originHost, originWord }: StorefrontProps): HttpOrigin {
    return new HttpOrigin(originHost, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders: { 'x-cartograph-origin': originWord },
      readTimeout: Duration.seconds(30),
    });
  }

  private graphBehaviour(props: StorefrontProps) {
    const toClient = new EdgeFunction(this, 'names-the-client', {
      code: FunctionCode.fromInline(namesTheClient),
      runtime: FunctionRuntime.JS_2_0,
    });
    return {
      origin: this.graphOrigin(props),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // An answer belongs to who asked. What may be shared, the gateway keeps itself.
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [{ function: toClient, eventType: FunctionEventType.VIEWER_REQUEST }],
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
    };
  }

  private pagesBehaviour(stage: StageSettings) {
    const toDocument = new EdgeFunction(this, 'pages-are-one-document', {
      code: FunctionCode.fromInline(pagesAreOneDocument),
      runtime: FunctionRuntime.JS_2_0,
    });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.pages),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: this.headers(stage),
      functionAssociations: [{ function: toDocument, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  private headers(stage: StageSettings): ResponseHeadersPolicy {
    const signIn = `https://*.auth.${stage.region}.amazoncognito.com https://cognito-idp.${stage.region}.amazonaws.com`;
    return new ResponseHeadersPolicy(this, 'headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: `default-src 'self'; connect-src 'self' ${signIn}; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
    });
  }
}
