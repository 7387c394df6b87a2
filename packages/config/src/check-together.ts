import { z } from 'zod';

/** Looks at several variables at once, and tells what is wrong with one because of another. */
export type TogetherCheck<Settings> = (settings: Settings, context: Pick<z.core.$RefinementCtx, 'addIssue'>) => void;

/**
 * A schema that also checks variables against each other, even where others are missing: zod's own refinements wait until
 * everything else is right, and whoever starts a process would learn of its faults one after the other.
 */
export const checkTogether = <Schema extends z.ZodType>(
  schema: Schema,
  ...checks: readonly TogetherCheck<z.output<Schema>>[]
): Schema => {
  const all = new z.core.$ZodCheck({ check: 'custom', when: () => true });
  all._zod.check = ({ value, issues }: z.core.ParsePayload<z.output<Schema>>) => {
    const addIssue: z.core.$RefinementCtx['addIssue'] = (issue) => {
      if (typeof issue === 'string') throw new Error('say which variable is wrong');
      issues.push({ input: value, inst: all, ...issue });
    };
    for (const check of checks) check(value, { addIssue });
  };
  return schema.check(all);
};
