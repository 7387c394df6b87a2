export { gapsIn, type Rows, rowsOf } from './coverage.ts';
export type { Expectation } from './expectation.ts';
export { expectedFields } from './expected-fields.ts';
export { expectedMutations } from './expected-mutations.ts';
export { expectedStates } from './expected-states.ts';
export { expectedTypes } from './expected-types.ts';
export { permissionsPage } from './permissions-page.ts';
export { badCredentials, kindsOfViewer, type ViewerKind } from './viewer-kinds.ts';
