export const peerNames = ['hive', 'mercurius'] as const;
export type PeerName = (typeof peerNames)[number];
export const isPeer = (name: string): name is PeerName => (peerNames as readonly string[]).includes(name);
