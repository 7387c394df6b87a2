import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { all, at } from './assembly.ts';

const viewer = (file: string): string =>
  readFileSync(join(import.meta.dirname, '../../packages/viewer/src', file), 'utf8');

const found = (text: string, pattern: RegExp): string[] => {
  const names = [...text.matchAll(pattern)].map(([, name = '']) => name);
  if (names.length < 5) throw new Error(`Only ${names.length} names were found: the file has another shape.`);
  return names.sort();
};

describe('the user pool', () => {
  it('has the scopes that the platform knows, and no other', () => {
    for (const server of all('AWS::Cognito::UserPoolResourceServer')) {
      const scopes = (at(server, 'Scopes') as { ScopeName: string }[]).map(({ ScopeName }) => ScopeName);
      expect(scopes.sort()).toEqual(found(viewer('scopes.ts'), /^ {2}'([a-z:-]+)':/gm));
    }
  });

  it('has a group for each role', () => {
    const groups = all('AWS::Cognito::UserPoolGroup').filter(({ stage }) => stage === 'prod');
    const roles = found(viewer('roles.ts'), /^ {2}([A-Z]+): \[/gm);
    expect(groups.map((group) => String(at(group, 'GroupName'))).sort()).toEqual(roles);
  });

  it('gives browsers a client without a secret, for codes alone', () => {
    const storefronts = all('AWS::Cognito::UserPoolClient').filter(
      (client) => at(client, 'ClientName') === 'storefront',
    );
    expect(storefronts).toHaveLength(3);
    for (const client of storefronts) {
      expect(client.Properties).toMatchObject({ GenerateSecret: false, AllowedOAuthFlows: ['code'] });
    }
  });

  it('of prod is kept, and wants long passwords', () => {
    const [prod] = all('AWS::Cognito::UserPool').filter(({ stage }) => stage === 'prod');
    expect(prod?.Properties).toMatchObject({
      DeletionProtection: 'ACTIVE',
      MfaConfiguration: 'OPTIONAL',
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
    });
  });
});
