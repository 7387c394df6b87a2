import { describe, expect, it } from 'vitest';
import { maskError } from './mask-error.ts';

const masked = (extensions: Record<string, unknown>) =>
  maskError({ message: 'said inside', path: ['order', 0], locations: [{ line: 1, column: 2 }], extensions }, 'c-1');

describe('an error on its way out', () => {
  it('keeps message, place and code when the code is public, and loses everything else', () => {
    expect(masked({ code: 'FORBIDDEN', serviceName: 'order', url: 'http://10.0.0.1', stacktrace: ['at'] })).toEqual({
      message: 'said inside',
      path: ['order', 0],
      locations: [{ line: 1, column: 2 }],
      extensions: { code: 'FORBIDDEN' },
    });
  });

  it.each([[{}], [{ code: 'DOWNSTREAM_SERVICE_ERROR' }], [{ code: 42 }], [{ code: 'P2002', subgraph: 'order' }]])(
    'is a fault with a correlation id and nothing else when its code is %j',
    (extensions) => {
      expect(masked(extensions)).toMatchObject({ message: 'Internal server error' });
      expect(masked(extensions).extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', correlationId: 'c-1' });
    },
  );

  it('names the subgraph that is unavailable, and only then', () => {
    expect(masked({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'order', serviceName: 'x' }).extensions).toEqual({
      code: 'SUBGRAPH_UNAVAILABLE',
      subgraph: 'order',
      correlationId: 'c-1',
    });
    expect(masked({ code: 'FORBIDDEN', subgraph: 'order' }).extensions).toEqual({ code: 'FORBIDDEN' });
  });
});
