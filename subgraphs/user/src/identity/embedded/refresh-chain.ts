import { createHash, createHmac, randomBytes } from 'node:crypto';

type Bytes = Uint8Array<ArrayBuffer>;

const tokenBytes = 32;
const tokenPattern = /^[\w-]{43}$/;

/** True for what could be a refresh token; safe on untrusted text of any length. */
export const isRefreshToken = (text: string): boolean => tokenPattern.test(text);

export const newRefreshToken = (): string => randomBytes(tokenBytes).toString('base64url');

export const newRotationSecret = (): Bytes => new Uint8Array(randomBytes(tokenBytes));

/** What is stored of a token: 256 random bits need no salt and no slow hash. */
export const hashRefreshToken = (token: string): Bytes => new Uint8Array(createHash('sha256').update(token).digest());

/**
 * The token that follows. Always the same one, so that whoever lost the answer gets it again and a session never has two
 * tokens that could be used next; only who has both the token and the session's secret can tell it.
 */
export const nextRefreshToken = (token: string, rotationSecret: Uint8Array): string =>
  createHmac('sha256', rotationSecret).update(token).digest('base64url');
