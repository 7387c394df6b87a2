/** Why a supergraph's rules cannot be enforced: it must not be served. */
export class AccessUnreadable extends Error {
  override readonly name = 'AccessUnreadable';
}
