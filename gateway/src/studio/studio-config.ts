import { jsonText, type TogetherCheck } from '@cartograph/config';
import { z } from 'zod';

const httpUrl = z.url({ protocol: /^https?$/ });

/** What connects the gateway with Apollo Studio. Unset, nothing is sent to Apollo and nothing fetched from it. */
export const studioConfig = {
  SUPERGRAPH_SOURCE: z
    .enum(['file', 'uplink'])
    .default('file')
    .describe('`file`: SUPERGRAPH_PATH; `uplink`: the supergraph that Studio composed, polled from Apollo Uplink.'),
  SUPERGRAPH_PATH: z
    .string()
    .min(1)
    .optional()
    .describe('The file of the supergraph; needed where SUPERGRAPH_SOURCE is `file`.'),
  APOLLO_KEY: z
    .string()
    // What no header may hold would be told by the error of whoever tries to send it.
    .regex(/^[\x21-\x7e]+$/, 'holds what no header may hold: a space, a line break, or a letter that is not ASCII')
    .optional()
    .describe("The graph's API key in Studio. A secret."),
  APOLLO_GRAPH_REF: z
    .string()
    .regex(/^[\w-]+@[\w-]+$/, 'is not GRAPH@VARIANT')
    .optional()
    .describe('The graph and its variant, e.g. `cartograph@production`.'),
  UPLINK_ENDPOINTS: jsonText(z.array(httpUrl).min(1))
    .optional()
    .describe("Uplinks, as a JSON list; Apollo's own two unless given."),
  UPLINK_LAST_GOOD_PATH: z
    .string()
    .min(1)
    .optional()
    .describe('Where the last supergraph that loaded is kept, for a start while no uplink can be reached.'),
  STUDIO_USAGE_REPORTING: z
    .enum(['off', 'on'])
    .default('off')
    .describe(
      '`on`: operations, fields and clients are reported to Studio, never values of variables, headers or messages of errors.',
    ),
  STUDIO_REPORTING_ENDPOINT: httpUrl.optional().describe("Where reports go; Apollo's own address unless given."),
  STUDIO_FIELD_TRACES: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('The share of operations, 0 to 1, whose resolvers the subgraphs time (ftv1); none unless asked for.'),
};

type Settings = z.output<z.ZodObject<typeof studioConfig>>;

/** What each way needs, named at the start. */
export const checkStudioConfig: TogetherCheck<Settings> = (settings, context) => {
  const isMissing = (name: 'APOLLO_KEY' | 'APOLLO_GRAPH_REF' | 'SUPERGRAPH_PATH', why: string) => {
    if (settings[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: `is needed by ${why}` });
  };
  const usesUplink = settings.SUPERGRAPH_SOURCE === 'uplink';
  if (!usesUplink) isMissing('SUPERGRAPH_PATH', 'SUPERGRAPH_SOURCE=file');
  const user = usesUplink ? 'SUPERGRAPH_SOURCE=uplink' : 'STUDIO_USAGE_REPORTING=on';
  if (usesUplink || settings.STUDIO_USAGE_REPORTING === 'on') {
    isMissing('APOLLO_KEY', user);
    isMissing('APOLLO_GRAPH_REF', user);
  }
};
