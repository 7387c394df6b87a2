export { isPortFree } from '@cartograph/local-cloud';
export type { Bundles } from './bundled-programs.ts';
export { loadDemo } from './load-demo.ts';
export { PartFailed } from './part.ts';
export type { Stack } from './stack.ts';
export { type Edge, projectRoot, type StackFacts, type StackOptions } from './stack-plan.ts';
export { type BeforeSubgraphs, type Progress, startStack } from './start-stack.ts';
