import { describe, expect, it } from 'vitest';
import { readTrace } from './incoming-trace.ts';

const traceId = '5759e988bd862e3fe1be46a994272793';

describe('the trace a caller names', () => {
  it('is read from traceparent', () => {
    const headers = { traceparent: `00-${traceId}-53995c3f42cd8ad8-01` };
    expect(readTrace(headers, ['tracecontext'])).toEqual({
      traceId,
      spanId: '53995c3f42cd8ad8',
      traceFlags: 1,
      isRemote: true,
    });
    expect(readTrace(headers, ['xray'])).toBeUndefined();
  });

  it('is read from the header of X-Ray, whole or with the root alone as API Gateway and load balancers send it', () => {
    const read = (header: string) => readTrace({ 'x-amzn-trace-id': header }, ['tracecontext', 'xray']);
    const root = 'Root=1-5759e988-bd862e3fe1be46a994272793';
    expect(read(`${root};Parent=53995c3f42cd8ad8;Sampled=1`)).toMatchObject({
      traceId,
      spanId: '53995c3f42cd8ad8',
      traceFlags: 1,
    });
    expect(read(root)).toMatchObject({ traceId, spanId: 'bd862e3fe1be46a9', traceFlags: 0 });
    expect(read(`Self=1-67891234-12456789abcdef012345678a;${root}`)).toMatchObject({ traceId });
  });

  it.each([
    { traceparent: `ff-${traceId}-53995c3f42cd8ad8-01` },
    { traceparent: `00-${'0'.repeat(32)}-53995c3f42cd8ad8-01` },
    { traceparent: `00-${traceId}-${'0'.repeat(16)}-01` },
    { traceparent: `00-${traceId.toUpperCase()}-53995c3f42cd8ad8-01` },
    { traceparent: [`00-${traceId}-53995c3f42cd8ad8-01`, 'another'] },
    { 'x-amzn-trace-id': 'Root=1-5759e988-bd862e3fe1be46a99427279' },
    { 'x-amzn-trace-id': 'Root=2-5759e988-bd862e3fe1be46a994272793' },
    { 'x-amzn-trace-id': `Root=1-5759e988-bd862e3fe1be46a994272793;${'x'.repeat(600)}` },
    {},
  ])('is none when it is malformed: %j', (headers) => {
    expect(readTrace(headers, ['tracecontext', 'xray'])).toBeUndefined();
  });
});
