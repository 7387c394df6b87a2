import { describe, expect, it } from 'vitest';
import { readExistence } from './node-existence.ts';

const entity = { id: 'order_1' };
const error = (code: string, path?: (string | number)[]) => ({
  message: 'no',
  extensions: { code },
  ...(path && { path }),
});

describe('whether nodes exist', () => {
  it('is answered for every id, in order', () => {
    expect(readExistence({ data: { _entities: [entity, null, entity] } }, 3)).toEqual([true, false, true]);
  });

  it('is no for what the viewer may not see, as for what is not there', () => {
    const errors = [error('FORBIDDEN', ['_entities', 1]), error('UNAUTHENTICATED', ['_entities', 2])];
    expect(readExistence({ data: { _entities: [entity, null, null] }, errors }, 3)).toEqual([true, false, false]);
  });

  it('is unknown for the one id that failed, and for all when the whole question failed', () => {
    const one = readExistence(
      { data: { _entities: [entity, null] }, errors: [error('FAULT P2002', ['_entities', 1])] },
      2,
    );
    expect(one).toEqual([true, expect.any(Error)]);
    const all = readExistence({ data: null, errors: [error('FAULT P2002')] }, 2);
    expect(all).toEqual([expect.any(Error), expect.any(Error)]);
  });
});
