// Prints a new Ed25519 pair in the form of the stage's secrets (docs/aws.md): to be piped, not to be looked at.
//   node infra/operations/make-keys.ts viewer | aws secretsmanager put-secret-value ... --secret-string file:///dev/stdin
import { generateKeyPairSync, randomBytes } from 'node:crypto';

const [use] = process.argv.slice(2);
if (!use || !/^[a-z]+$/.test(use)) {
  console.error('Usage: node infra/operations/make-keys.ts viewer|guest|identity');
  process.exit(2);
}
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const named = { kid: `${use}-${randomBytes(4).toString('hex')}`, alg: 'EdDSA', use: 'sig' };
const privateJwk = { ...privateKey.export({ format: 'jwk' }), ...named };
const publicJwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), ...named }] };
const secret =
  use === 'identity'
    ? {
        signingKeys: JSON.stringify({ keys: [privateJwk] }),
        identitySecret: randomBytes(32).toString('base64'),
      }
    : { privateJwk: JSON.stringify(privateJwk), publicJwks: JSON.stringify(publicJwks) };
process.stdout.write(JSON.stringify(secret));
