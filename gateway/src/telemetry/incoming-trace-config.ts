import { jsonText } from '@cartograph/config';
import { traceHeaders } from '@cartograph/telemetry';
import { z } from 'zod';

/** What the gateway makes of the traces that its callers name. Spread into its configuration. */
export const incomingTraceConfig = {
  TELEMETRY_INCOMING: z
    .enum(['restart', 'continue'])
    .default('restart')
    .describe(
      "`restart`: each request is a trace of its own that links to the caller's; `continue`: it is part of the caller's trace.",
    ),
  TELEMETRY_PROPAGATORS: jsonText(z.array(z.enum(traceHeaders)))
    .default([...traceHeaders])
    .describe('The forms that are read, as a JSON list: `tracecontext` is traceparent, `xray` is X-Amzn-Trace-Id.'),
  TELEMETRY_REQUEST_ID_HEADER: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .transform((name) => name.toLowerCase())
    .optional()
    .describe(
      'The header in which a proxy of ours puts its own id of the request, as API Gateway does: the correlation id, too. Not read unless set.',
    ),
};
