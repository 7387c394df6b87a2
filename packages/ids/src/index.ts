export { type Id, type IdPrefix, idFromUuid, idPrefixOf, isId, newId, parseId, uuidOfId } from './ids.ts';
