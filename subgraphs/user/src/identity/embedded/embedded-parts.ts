import type { UnitOfWork } from '@cartograph/outbox';
import type {
  AccessTokens,
  MailJobs,
  OneTimeCodes,
  SecondFactors,
  SendMail,
  Sessions,
} from '../../use-cases/identity-ports.ts';
import type { Passwords, Users } from '../../use-cases/ports.ts';
import type { SecretKeys } from '../secret-keys.ts';

export type EmbeddedRules = {
  /** A session ends after so long, however it is used. */
  readonly sessionLifetimeSeconds: number;
  /** ... and earlier when nobody used it for so long. */
  readonly idleSeconds: number;
  /** For so long a used refresh token gets the same answer again. */
  readonly repeatSeconds: number;
};

/** What the embedded identity is made of. */
export type EmbeddedParts = {
  readonly users: Users;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly codes: OneTimeCodes;
  readonly factors: SecondFactors;
  readonly mailJobs: MailJobs;
  readonly sendMail: SendMail;
  readonly accessTokens: AccessTokens;
  readonly keys: SecretKeys;
  readonly unitOfWork: UnitOfWork;
  readonly rules: EmbeddedRules;
  /** For the codes of authenticator apps, which count by the time of day. */
  readonly clock: () => Date;
};
