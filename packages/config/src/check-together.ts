import { z } from 'zod';

/** What is wrong with a variable because of another. */
type VariableIssue = { code: 'custom'; path: string[]; message: string };

/** Looks at several variables at once, and tells what is wrong with one because of another. */
export type TogetherCheck<Settings> = (
  settings: Settings,
  context: { readonly addIssue: (issue: VariableIssue) => void },
) => void;

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
    const addIssue = (issue: VariableIssue) => void issues.push({ ...issue, input: value, inst: all });
    for (const check of checks) check(value, { addIssue });
  };
  return schema.check(all);
};
