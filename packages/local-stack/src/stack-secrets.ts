import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';

/** A key pair as the processes get it: the private half for one, the public half for those who verify. */
export type KeyPair = { privateJwk: JWK; publicJwks: JSONWebKeySet };

/** What the embedded default makes up once for each data folder and keeps in it, readable by its owner alone. */
export type StackSecrets = {
  databasePasswords: Record<string, string>;
  viewerKeys: KeyPair;
  guestKeys: KeyPair;
  identityKeys: KeyPair;
  providerApiKey: string;
  /** 32 bytes in base64. */
  identitySecret: string;
};

/** Reads the data folder's secrets, making those that it does not have yet. */
export const loadSecrets = async (dataDir: string, databaseNames: readonly string[]): Promise<StackSecrets> => {
  const path = join(dataDir, 'secrets.json');
  const kept = await readFile(path, 'utf8').catch(() => null);
  const known = kept === null ? {} : (JSON.parse(kept) as Partial<StackSecrets>);
  const secrets = { ...(await newSecrets(databaseNames)), ...known };
  if (Object.keys(secrets).every((name) => Object.hasOwn(known, name))) return secrets;
  // Renamed into place: a kill half-way must not leave half a file that locks everybody out.
  await writeFile(`${path}.new`, JSON.stringify(secrets), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return secrets;
};

const newSecrets = async (databaseNames: readonly string[]): Promise<StackSecrets> => ({
  databasePasswords: Object.fromEntries(databaseNames.map((name) => [name, newSecret()])),
  viewerKeys: await newKeyPair('viewer'),
  guestKeys: await newKeyPair('guest'),
  identityKeys: await newKeyPair('identity'),
  providerApiKey: newSecret(),
  identitySecret: randomBytes(32).toString('base64'),
});

const newSecret = (): string => randomBytes(24).toString('hex');

const newKeyPair = async (use: string): Promise<KeyPair> => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const kid = `${use}-${randomBytes(4).toString('hex')}`;
  const named = { kid, alg: 'EdDSA', use: 'sig' };
  return {
    privateJwk: { ...(await exportJWK(pair.privateKey)), ...named },
    publicJwks: { keys: [{ ...(await exportJWK(pair.publicKey)), ...named }] },
  };
};
