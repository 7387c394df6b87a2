import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { accept } from '../constructs/accept.ts';
import { remains } from '../constructs/remains.ts';
import { roles, scopes } from '../facts/scopes.ts';
import type { StageSettings } from '../stages.ts';

const reported = ['product:read:any', 'order:read:any', 'payment:read:any'];

/** Who people and machines are: the Cognito user pool. The gateway believes it by configuration alone. */
export class IdentityStack extends Stack {
  readonly pool: UserPool;
  readonly storefront: UserPoolClient;
  readonly machine: UserPoolClient;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: StageSettings }) {
    super(scope, id, props);
    this.pool = this.userPool(stage);
    for (const [groupName, description] of Object.entries(roles)) {
      new CfnUserPoolGroup(this, groupName, { userPoolId: this.pool.userPoolId, groupName, description });
    }
    const server = this.resourceServer();
    this.storefront = this.storefrontClient(stage);
    this.machine = this.machineClient(server);
    this.pool.addDomain('sign-in', { cognitoDomain: { domainPrefix: `cartograph-${stage.name}-${stage.account}` } });
  }

  /** What tokens of this pool say as `iss`. */
  get issuer(): string {
    return `https://cognito-idp.${this.region}.amazonaws.com/${this.pool.userPoolId}`;
  }

  private userPool(stage: StageSettings): UserPool {
    const pool = new UserPool(this, 'people', {
      userPoolName: `cartograph-${stage.name}`,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: stage.isKept,
      removalPolicy: remains(stage),
    });
    accept(pool, { 'AwsSolutions-COG2': 'A second factor is offered to buyers and not forced on them.' });
    return pool;
  }

  private resourceServer(): { server: UserPoolResourceServer; all: ResourceServerScope[] } {
    const all = Object.entries(scopes).map(
      ([scopeName, scopeDescription]) => new ResourceServerScope({ scopeName, scopeDescription }),
    );
    const server = this.pool.addResourceServer('graph', { identifier: 'cartograph', scopes: all });
    return { server, all };
  }

  /** Runs in browsers: it can keep no secret, so that the code it gets is of no use without PKCE. */
  private storefrontClient(stage: StageSettings): UserPoolClient {
    return this.pool.addClient('storefront', {
      userPoolClientName: 'storefront',
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`https://${stage.domain.name}/signed-in`],
        logoutUrls: [`https://${stage.domain.name}/`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
    });
  }

  /** For programs: client credentials, with the scopes of reporting. Another program gets a client of its own. */
  private machineClient({
    server,
    all,
  }: {
    server: UserPoolResourceServer;
    all: ResourceServerScope[];
  }): UserPoolClient {
    return this.pool.addClient('machine', {
      userPoolClientName: 'machine',
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: all
          .filter(({ scopeName }) => reported.includes(scopeName))
          .map((one) => OAuthScope.resourceServer(server, one)),
      },
      accessTokenValidity: Duration.minutes(30),
    });
  }
}
