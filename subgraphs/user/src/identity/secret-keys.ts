import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

type Bytes = Uint8Array<ArrayBuffer>;

export type SecretKeys = {
  /** A keyed hash: whoever has the database alone cannot try codes or addresses against it. */
  hash(purpose: string, text: string): Bytes;
  /** AES-256-GCM, bound to its owner: a row moved to another account does not open. */
  seal(plain: Uint8Array, owner: string): Bytes;
  /** Throws for what was not sealed by this key for this owner. */
  open(sealed: Uint8Array, owner: string): Bytes;
};

const nonceLength = 12;
const tagLength = 16;

/** One secret from the configuration, and from it a key for each use (RFC 5869): none tells of another. */
export const secretKeys = (secret: Uint8Array): SecretKeys => {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `cartograph ${use}`, 32));
  const hashKey = derive('hash');
  const sealKey = derive('seal');
  return {
    hash: (purpose, text) => new Uint8Array(createHmac('sha256', hashKey).update(`${purpose}\0${text}`).digest()),
    seal: (plain, owner) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
    },
    open: (sealed, owner) => {
      const all = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', sealKey, all.subarray(0, nonceLength))
        .setAAD(Buffer.from(owner))
        .setAuthTag(all.subarray(nonceLength, nonceLength + tagLength));
      return new Uint8Array(Buffer.concat([decipher.update(all.subarray(nonceLength + tagLength)), decipher.final()]));
    },
  };
};
