/** One reason why subgraphs do not compose. */
export interface CompositionError {
  /** Federation's error code, or INVALID_GRAPHQL where a schema does not even parse. */
  code: string;
  message: string;
  /** `subgraph:line:column` of each place that takes part; empty where the fault is in no single place. */
  locations: string[];
}

/** Something composition wonders about, though it composes. */
export interface CompositionHint {
  code: string;
  message: string;
  /** As those of an error. */
  locations: string[];
}

export type CompositionResult =
  | { ok: true; supergraphSdl: string; hints: CompositionHint[] }
  | { ok: false; errors: CompositionError[] };

/** An error as one line for people: code, message and places. */
export const describeCompositionError = ({ code, message, locations }: CompositionError): string =>
  `${code}: ${message}${locations.length > 0 ? ` (${locations.join(', ')})` : ''}`;
