import { toUUID, typeidUnboxed } from 'typeid-js';

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
export const idFromUuid = <Prefix extends IdPrefix>(prefix: Prefix, uuid: string): Id<Prefix> => {
  if (uuid.length !== 36 || !hasDashes(uuid)) throw notUuid(uuid);
  // 128 bits are the last of 26 x 5: 8 of them stand in the first two characters, and 20 in each four that follow.
  const first = bitsAt(uuid, 0, 2);
  let all = first;
  let suffix = pairs[first] ?? '';
  for (let digit = 2; digit < 32; digit += 5) {
    const bits = bitsAt(uuid, digit, 5);
    all |= bits;
    suffix += (pairs[bits >> 10] ?? '') + (pairs[bits & 1_023] ?? '');
  }
  if (all < 0) throw notUuid(uuid);
  return `${prefix}_${suffix}` as Id<Prefix>;
};

const notUuid = (text: string) => new RangeError(`not a UUID: ${JSON.stringify(text.slice(0, 60))}`);

const hasDashes = (uuid: string): boolean =>
  uuid[8] === '-' && uuid[13] === '-' && uuid[18] === '-' && uuid[23] === '-';

/** Where the 32 digits of a UUID stand between its dashes. */
const digitPlaces = Array.from({ length: 36 }, (_, place) => place).filter((place) => ![8, 13, 18, 23].includes(place));

/** The value of each hexadecimal digit by its character code; negative for what is none. */
const digitValues = Array.from({ length: 128 }, (_, code) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase()),
);

/** Negative when one of the digits is none. */
const bitsAt = (uuid: string, first: number, count: number): number => {
  let bits = 0;
  for (let digit = first; digit < first + count; digit += 1) {
    const value = digitValues[uuid.charCodeAt(digitPlaces[digit] as number)] ?? -1;
    bits = value < 0 ? -1 : (bits << 4) | value;
    if (bits < 0) return -1;
  }
  return bits;
};

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** The two characters of each 10 bits: a page has some hundred ids, and the library takes a step for each character. */
const pairs = Array.from({ length: 1_024 }, (_, bits) => `${alphabet.charAt(bits >> 5)}${alphabet.charAt(bits & 31)}`);
