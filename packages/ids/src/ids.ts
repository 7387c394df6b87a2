import { fromUUID, toUUID, typeidUnboxed } from 'typeid-js';

/** Every kind of thing with an id, by the prefix its TypeIDs carry. */
export type IdPrefix =
  | 'product'
  | 'variant'
  | 'category'
  | 'media'
  | 'cart'
  | 'cartline'
  | 'order'
  | 'line'
  | 'user'
  | 'session'
  | 'address'
  | 'ticket'
  | 'message'
  | 'datarequest'
  | 'payment'
  | 'transaction'
  | 'attempt'
  | 'audit';

/** A TypeID such as `product_01h455vb4pex5vsknk084sn02q`: globally unique, sortable by time, branded by its kind. */
export type Id<Prefix extends IdPrefix> = string & { readonly __idOf: Prefix };

/** 26 characters of Crockford base32 in lower case; the first is at most 7, as 26 x 5 bits are 130, not 128. */
const typeIdPattern = /^([a-z]{2,20})_([0-7][0-9a-hjkmnp-tv-z]{25})$/;

/** A new id of that kind, from a UUIDv7. */
export const newId = <Prefix extends IdPrefix>(prefix: Prefix): Id<Prefix> =>
  typeidUnboxed(prefix) as unknown as Id<Prefix>;

/** True when the text is a well-formed id of that kind. Safe on untrusted input of any length. */
export const isId = <Prefix extends IdPrefix>(prefix: Prefix, text: unknown): text is Id<Prefix> =>
  idPrefixOf(text) === prefix;

/** The id, or null when the text is not a well-formed id of that kind. */
export const parseId = <Prefix extends IdPrefix>(prefix: Prefix, text: unknown): Id<Prefix> | null =>
  isId(prefix, text) ? text : null;

/** The prefix of a well-formed id of any kind, or null. It says nothing of whether such a thing exists. */
export const idPrefixOf = (text: unknown): string | null => {
  if (typeof text !== 'string' || text.length > 47) return null;
  return typeIdPattern.exec(text)?.[1] ?? null;
};

/** The UUID (the form the database stores) of an id. */
export const uuidOfId = (id: Id<IdPrefix>): string => toUUID(id as unknown as Parameters<typeof toUUID>[0]);

/** The id of that kind for a UUID read from the database. */
export const idFromUuid = <Prefix extends IdPrefix>(prefix: Prefix, uuid: string): Id<Prefix> =>
  fromUUID(uuid, prefix) as unknown as Id<Prefix>;
