export { gatherRecords, isGatherer } from './gather-records.ts';
export {
  type HeldOfPerson,
  type PersonalRecords,
  personalRecords,
  positionOf,
  type RecordPage,
} from './personal-records.ts';
export { buryPerson, isErased } from './tombstones.ts';
