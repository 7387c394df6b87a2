/** Everybody who may stand before a door, and what is expected of no other table. */
export const viewerKinds = {
  nobody: 'comes without a credential',
  guest: 'holds the guest token of the cart or order that is asked for',
  otherGuest: 'holds the guest token of another cart and order',
  owner: 'is signed in, and the thing is theirs',
  otherCustomer: 'is signed in, and the thing is not theirs',
  SUPPORT: 'is signed in with the scopes of that role',
  MERCHANDISER: 'is signed in with the scopes of that role',
  FINANCE: 'is signed in with the scopes of that role',
  ADMIN: 'is signed in with the scopes of that role',
  machine: 'is the machine client `reporting`',
  exporter: 'is the machine client `data-export`, which gathers what people ask a copy of',
} as const;

export type ViewerKind = keyof typeof viewerKinds;

export const kindsOfViewer = Object.keys(viewerKinds) as readonly ViewerKind[];

/** Whoever comes with a credential that does not hold: refused at every door, whatever is asked. */
export const badCredentials = {
  forged: 'an access token signed by another key',
  expired: 'an access token of yesterday',
} as const;
