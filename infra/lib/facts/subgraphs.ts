/** The subgraphs, in the order in which they stand everywhere; a test holds them against the folders. */
export const subgraphs = ['product', 'order', 'user', 'payment'] as const;

export type Subgraph = (typeof subgraphs)[number];

/** What runs all the time. */
export type WorkloadName = 'gateway' | Subgraph;
