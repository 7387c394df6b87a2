import { describe, expect, it } from 'vitest';
import {
  anonymous,
  hasScope,
  knownScopes,
  roles,
  scopesByMachine,
  scopesByRole,
  scopesInText,
  scopesOfRoles,
} from './index.ts';

describe('roles as scopes', () => {
  it('gives several roles their scopes together, each once', () => {
    expect(scopesOfRoles(['MERCHANDISER', 'MERCHANDISER', 'CUSTOMER'])).toEqual(['product:read:any', 'product:write']);
    expect(scopesOfRoles(['FINANCE', 'SUPPORT'])).toContain('payment:refund');
  });

  it('gives nothing to a customer and nothing for a name that is no role', () => {
    expect(scopesOfRoles(['CUSTOMER', 'admin', 'toString', '__proto__'])).toEqual([]);
  });

  it('lets no single role but ADMIN both answer customers and move money', () => {
    const both = roles.filter((role) => {
      const viewer = { ...anonymous, scopes: scopesByRole[role] };
      return hasScope(viewer, 'order:write:any') && hasScope(viewer, 'payment:refund');
    });
    expect(both).toEqual(['ADMIN']);
  });

  it('keeps what only machines may do away from every person', () => {
    expect(roles.filter((role) => scopesOfRoles([role]).includes('personal-data:read'))).toEqual([]);
  });

  it('has no scope that nobody is given', () => {
    const given = new Set<string>([...scopesOfRoles(roles), ...Object.values(scopesByMachine).flat()]);
    expect(knownScopes.filter((scope) => !given.has(scope))).toEqual([]);
  });

  it('reads from a token only the scopes that mean something here', () => {
    expect(scopesInText('openid  order:read:any order:read:any constructor ')).toEqual(['order:read:any']);
  });
});
