import { jsonText, processConfig } from '@cartograph/config';
import { z } from 'zod';

/** The environment variables every subgraph's server reads; spread into the subgraph's own zod object. */
export const subgraphConfig = {
  ...processConfig,
  VIEWER_JWKS: jsonText(z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) })).describe(
    "The gateway's public keys, as a JWKS: whoever is not signed by one of them is refused.",
  ),
  EXECUTION: z
    .enum(['compiled', 'graphql-js'])
    .default('compiled')
    .describe('Which engine executes operations: our own, which compiles them, or that of graphql-js.'),
};

export type SubgraphConfig = z.output<z.ZodObject<typeof subgraphConfig>>;
