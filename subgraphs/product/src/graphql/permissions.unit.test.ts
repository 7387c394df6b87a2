import { readFileSync } from 'node:fs';
import { buildASTSchema, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { permissions } from './permissions.ts';

describe('the permissions', () => {
  it('name every type of the schema, so that none is denied by being forgotten', () => {
    const text = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
    const schema = buildASTSchema(parse(text), { assumeValidSDL: true });
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__'),
    );
    expect(types.length).toBeGreaterThan(10);
    expect(Object.keys(permissions).sort()).toEqual(types.map(({ name }) => name).sort());
  });
});
