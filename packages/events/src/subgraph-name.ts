/** The four subgraphs: each owns a database, emits its own events and reads one queue. */
export const subgraphNames = ['product', 'order', 'user', 'payment'] as const;

export type SubgraphName = (typeof subgraphNames)[number];
