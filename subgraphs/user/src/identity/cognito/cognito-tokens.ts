import {
  type AuthenticationResultType,
  type AuthFlowType,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { newId, parseId } from '@cartograph/ids';
import { decodeJwt } from 'jose';
import type { Grant, Identity, ProofRefusal, ProveAttempt, Proved, Renewed } from '../../use-cases/identity.ts';
import type { Candidate } from '../../use-cases/ports.ts';
import { type CognitoParts, isRefusal, unlessRefused } from './cognito-parts.ts';

const mostCandidates = 2;
const longestToken = 8_192;
const over: Renewed = { ok: false, code: 'SESSION_OVER' };
/** Cognito gives the first, or the second where its client tells who exists; cognito-local gives the third. */
const noSuchUser = ['NotAuthorizedException', 'UserNotFoundException', 'InvalidPasswordException'];

/** Proves a password against all that an address may mean; always by as many questions, also for nobody. */
export const proveByCognito =
  (parts: CognitoParts): Identity['prove'] =>
  async (attempt) => {
    const slots = Array.from({ length: mostCandidates }, (_, index) => attempt.candidates[index] ?? null);
    const proofs = await Promise.all(slots.map((slot) => proveOne(parts, slot, attempt)));
    const telling = proofs.find((proof) => proof.ok || proof.code !== 'INVALID_CREDENTIALS');
    return proofs.find(({ ok }) => ok) ?? telling ?? refused('INVALID_CREDENTIALS');
  };

const proveOne = async (parts: CognitoParts, slot: Candidate | null, attempt: ProveAttempt): Promise<Proved> => {
  const USERNAME = slot?.user.id ?? newId('user');
  try {
    const answer = await initiate(parts, 'USER_PASSWORD_AUTH', { USERNAME, PASSWORD: attempt.password || '-' });
    if (slot === null || !attempt.password) return refused('INVALID_CREDENTIALS');
    const result = await resultOf(parts, answer, { USERNAME, secondFactor: attempt.secondFactor });
    if (typeof result === 'string') return refused(result);
    const grant = grantOf(result, null);
    return { ok: true, user: slot.user, open: async () => grant };
  } catch (error) {
    if (isRefusal(error, ['UserNotConfirmedException'])) return refused('NOT_VERIFIED');
    if (isRefusal(error, noSuchUser)) return refused('INVALID_CREDENTIALS');
    throw error;
  }
};

/** Asks for the second factor where the account has one: Cognito keeps it. */
const resultOf = async (
  { client, clientId }: CognitoParts,
  { ChallengeName, Session, AuthenticationResult }: InitiateAuthCommandOutput,
  { USERNAME, secondFactor }: { USERNAME: string; secondFactor: string | null },
): Promise<AuthenticationResultType | undefined | ProofRefusal> => {
  if (ChallengeName === undefined) return AuthenticationResult;
  if (ChallengeName !== 'SOFTWARE_TOKEN_MFA') throw new Error(`Cognito asks for ${ChallengeName}: nobody answers it`);
  if (secondFactor === null) return 'SECOND_FACTOR_REQUIRED';
  const ChallengeResponses = { USERNAME, SOFTWARE_TOKEN_MFA_CODE: secondFactor.replace(/\s/g, '').slice(0, 64) };
  const responding = new RespondToAuthChallengeCommand({
    ClientId: clientId,
    ChallengeName,
    Session,
    ChallengeResponses,
  });
  const answer = await unlessRefused(client.send(responding), 'CodeMismatchException', 'ExpiredCodeException');
  return answer === null ? 'SECOND_FACTOR_WRONG' : answer.AuthenticationResult;
};

/** The next access token. Whether the refresh token changes with it is a setting of the pool's client. */
export const renewByCognito =
  (parts: CognitoParts): Identity['renew'] =>
  async (refreshToken) => {
    if (refreshToken === '' || refreshToken.length > longestToken) return over;
    const renewing = initiate(parts, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: refreshToken });
    const answer = await unlessRefused(renewing, ...noSuchUser, 'InvalidParameterException');
    if (answer === null) return over;
    const grant = grantOf(answer.AuthenticationResult, refreshToken);
    const userId = parseId('user', decodeJwt(grant.accessToken).username);
    return userId === null ? over : { ok: true, userId, grant };
  };

const initiate = ({ client, clientId }: CognitoParts, AuthFlow: AuthFlowType, AuthParameters: Record<string, string>) =>
  client.send(new InitiateAuthCommand({ ClientId: clientId, AuthFlow, AuthParameters }));

const grantOf = (result: AuthenticationResultType | undefined, oldRefreshToken: string | null): Grant => {
  const { AccessToken: accessToken, RefreshToken: refreshToken = oldRefreshToken } = result ?? {};
  if (!accessToken || !refreshToken) throw new Error('Cognito let somebody in and gave no tokens');
  const { exp } = decodeJwt(accessToken);
  if (exp === undefined) throw new Error('Cognito gave a token without an end');
  return { accessToken, expiresAt: new Date(exp * 1_000), refreshToken };
};

const refused = (code: ProofRefusal): Proved => ({ ok: false, code });
