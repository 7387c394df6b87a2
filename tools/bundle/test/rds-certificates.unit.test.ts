import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { rdsCertificates } from '../src/rds-certificates.ts';

const year = 365 * 86_400_000;

it('knows the authority that signs new databases in our region, for years to come', () => {
  const texts = rdsCertificates().split(/(?<=-----END CERTIFICATE-----\n)/);
  const certificates = texts.map((text) => new X509Certificate(text));
  expect(certificates.filter(({ ca }) => !ca)).toEqual([]);
  const ours = certificates.find(({ subject }) => /CN=Amazon RDS eu-central-1 Root CA RSA2048 G1/.test(subject));
  expect(Date.parse(ours?.validTo ?? '')).toBeGreaterThan(Date.now() + 10 * year);
  expect(ours?.verify(ours.publicKey)).toBe(true);
});
