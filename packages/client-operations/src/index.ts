export { BadOperations } from './bad-operations.ts';
export { normaliseOperation } from './normalise-operation.ts';
export {
  manifestPath,
  type PersistedOperation,
  type PersistedOperationManifest,
  parseManifest,
} from './persisted-operations.ts';
export { parseRecording, type RecordedOperation, type Recording } from './recorded-operations.ts';
