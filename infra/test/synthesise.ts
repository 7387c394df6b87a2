import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../lib/build-app.ts';
import { stageNames } from '../lib/stages.ts';
import { assemblyDir } from './assembly.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    synthSeconds: number;
  }
}

/** Synthesises every stage into cdk.out, as a deploy would. A finding of AwsSolutions that nobody accepted ends it here. */
export function setup(project: TestProject): void {
  const startedAt = performance.now();
  rmSync(assemblyDir, { recursive: true, force: true });
  buildApp(stageNames, { outdir: assemblyDir }).synth();
  project.provide('synthSeconds', (performance.now() - startedAt) / 1_000);
}
