import { eachItem, type FetchStep, type Represent } from '../compile/plan-step.ts';
import type { DataObject, Execution, Targets } from './execution.ts';

/**
 * Finds the objects a fetch belongs to, and describes each thing once. Where two objects are nothing but the same
 * reference, the second is replaced by the first: from then on they are one object, fetched, merged and written once.
 */
export const collectTargets = (execution: Execution, step: FetchStep): Targets => {
  const collecting = new TargetWalk(execution, step);
  collecting.walk({ value: execution.data, depth: 0, holder: null, key: '' });
  return collecting;
};

type Place = { value: unknown; depth: number; holder: DataObject | unknown[] | null; key: string | number };

class TargetWalk implements Targets {
  readonly representations: string[] = [];
  readonly objects: DataObject[][] = [];
  readonly #execution: Execution;
  readonly #path: readonly string[];
  readonly #represent: Represent | null;
  readonly #index = new Map<string, number>();
  readonly #entered = new Set<object>();
  /** Another fetch that is under way holds objects of this path: none may be replaced under its hands. */
  readonly #mayReplace: boolean;

  constructor(execution: Execution, step: FetchStep) {
    this.#execution = execution;
    this.#path = step.path;
    this.#represent = step.represent;
    this.#mayReplace = !execution.underWay.has(step.pathKey);
  }

  walk({ value, depth, holder, key }: Place): void {
    if (typeof value !== 'object' || value === null || this.#wasEntered(value)) return;
    const segment = this.#path[depth];
    if (segment === undefined) {
      this.#add(value as DataObject, holder, key);
    } else if (segment === eachItem) {
      if (!Array.isArray(value)) return;
      for (let index = 0; index < value.length; index += 1) {
        this.walk({ value: value[index], depth: depth + 1, holder: value, key: index });
      }
    } else if (Object.hasOwn(value, segment)) {
      const object = value as DataObject;
      this.walk({ value: object[segment], depth: depth + 1, holder: object, key: segment });
    }
  }

  #wasEntered(value: object): boolean {
    if (this.#execution.shared.size === 0 || !this.#execution.shared.has(value)) return false;
    if (this.#entered.has(value)) return true;
    this.#entered.add(value);
    return false;
  }

  #add(object: DataObject, holder: Place['holder'], key: string | number): void {
    if (!this.#represent) {
      if (this.objects.length === 0) this.objects.push([]);
      this.objects[0]?.push(object);
      return;
    }
    const representation = this.#represent(object);
    if (representation === null) return;
    const index = this.#index.get(representation);
    if (index === undefined) {
      this.#index.set(representation, this.representations.length);
      this.representations.push(representation);
      this.objects.push([object]);
      return;
    }
    const same = this.objects[index];
    const first = same?.[0];
    if (!same || !first) return;
    if (this.#mayReplace && holder && isSameReference(first, object)) {
      (holder as Record<string | number, unknown>)[key] = first;
      this.#execution.shared.add(first);
    } else {
      same.push(object);
    }
  }
}

/** Both have the same few plain values and nothing else. */
const isSameReference = (first: DataObject, second: DataObject): boolean => {
  let count = 0;
  for (const key in first) {
    const value = first[key];
    if ((typeof value === 'object' && value !== null) || second[key] !== value) return false;
    count += 1;
  }
  for (const _key in second) count -= 1;
  return count === 0;
};
