import type { UnitOfWork } from '@cartograph/outbox';
import type { EmbeddedConfig } from '../config.ts';
import { accessTokens } from '../issuer/access-tokens.ts';
import type { MailJobs, OneTimeCodes, SecondFactors, SendMail, Sessions } from '../use-cases/identity-ports.ts';
import type { Passwords, Users } from '../use-cases/ports.ts';
import { embeddedIdentity } from './embedded/embedded-identity.ts';
import type { EmbeddedParts } from './embedded/embedded-parts.ts';
import { secondFactorSteps } from './embedded/second-factor.ts';
import type { SecretKeys } from './secret-keys.ts';

const daySeconds = 86_400;

export type IdentityStores = {
  readonly users: Users;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly codes: OneTimeCodes;
  readonly factors: SecondFactors;
  readonly mailJobs: MailJobs;
  readonly sendMail: SendMail;
  readonly unitOfWork: UnitOfWork;
  readonly keys: SecretKeys;
};

/** The identity that this subgraph is itself, by its configuration. */
export const openEmbedded = (stores: IdentityStores, config: EmbeddedConfig) => {
  const clock = () => new Date();
  const parts: EmbeddedParts = {
    ...stores,
    clock,
    accessTokens: accessTokens({
      issuer: config.OIDC_ISSUER,
      audience: config.OIDC_AUDIENCE,
      keys: config.OIDC_SIGNING_KEYS,
      lifetimeSeconds: config.ACCESS_TOKEN_LIFETIME_SECONDS,
      clock,
    }),
    rules: {
      sessionLifetimeSeconds: config.SESSION_LIFETIME_DAYS * daySeconds,
      idleSeconds: config.SESSION_IDLE_DAYS * daySeconds,
      repeatSeconds: config.REFRESH_REPEAT_SECONDS,
    },
  };
  return {
    identity: embeddedIdentity(parts),
    secondFactor: secondFactorSteps(parts),
    hasOwnSessions: true,
    close: () => undefined,
  };
};
