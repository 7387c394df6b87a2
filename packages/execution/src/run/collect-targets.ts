import { eachItem, type FetchStep, type Represent } from '../compile/plan-step.ts';
import type { DataObject, Execution, Targets } from './execution.ts';

/** Finds the objects a fetch belongs to, and describes each thing once, however many objects are that thing. */
export const collectTargets = (execution: Execution, step: FetchStep): Targets => {
  const collecting = new TargetWalk(execution, step);
  collecting.walk(execution.data, 0);
  return collecting;
};

class TargetWalk implements Targets {
  readonly representations: string[] = [];
  readonly objects: DataObject[][] = [];
  readonly #execution: Execution;
  readonly #path: readonly string[];
  readonly #represent: Represent | null;
  readonly #index = new Map<string, number>();
  readonly #entered = new Set<object>();

  constructor(execution: Execution, step: FetchStep) {
    this.#execution = execution;
    this.#path = step.path;
    this.#represent = step.represent;
  }

  walk(value: unknown, depth: number): void {
    if (typeof value !== 'object' || value === null || this.#wasEntered(value)) return;
    const segment = this.#path[depth];
    if (segment === undefined) {
      this.#add(value as DataObject);
    } else if (segment === eachItem) {
      if (!Array.isArray(value)) return;
      for (let index = 0; index < value.length; index += 1) this.walk(value[index], depth + 1);
    } else if (segment !== '__proto__' || Object.hasOwn(value, segment)) {
      // All else that objects inherit are functions: nothing to enter.
      this.walk((value as DataObject)[segment], depth + 1);
    }
  }

  #wasEntered(value: object): boolean {
    if (this.#execution.shared.size === 0 || !this.#execution.shared.has(value)) return false;
    if (this.#entered.has(value)) return true;
    this.#entered.add(value);
    return false;
  }

  #add(object: DataObject): void {
    if (!this.#represent) {
      if (this.objects.length === 0) this.objects.push([]);
      this.objects[0]?.push(object);
      return;
    }
    const representation = this.#represent(object);
    if (representation === null) return;
    const index = this.#index.get(representation);
    if (index !== undefined) {
      this.objects[index]?.push(object);
      return;
    }
    this.#index.set(representation, this.representations.length);
    this.representations.push(representation);
    this.objects.push([object]);
  }
}
