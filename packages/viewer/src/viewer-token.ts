/** The request header in which the gateway tells a subgraph who asks. What a client sends under this name is dropped. */
export const viewerHeader = 'x-cartograph-viewer';

/** The token's issuer, its `typ` (RFC 8725, section 3.11) and the only accepted algorithm. */
export const viewerToken = { issuer: 'cartograph-gateway', type: 'cartograph-viewer+jwt', algorithm: 'EdDSA' } as const;

/** Longer tokens are refused before any cryptography is spent on them. */
export const maxTokenLength = 4_096;

/**
 * The headers in which the gateway tells the user subgraph, and no other, where a request came from: for throttling and
 * for the list of one's sessions. They are believed because the signed viewer stands beside them.
 */
export const clientAddressHeader = 'x-cartograph-client-address';
export const clientAgentHeader = 'x-cartograph-client-agent';
