import type { Id } from '@cartograph/ids';
import { foldText } from './search-words.ts';

export type CategoryId = Id<'category'>;

/** A node of the category tree; `slug` is its whole path, e.g. `kitchen/cookware`. */
export type Category = {
  readonly id: CategoryId;
  readonly parentId: CategoryId | null;
  readonly slug: string;
  readonly title: string;
};

/** One step of a path from the root: the slug so far and the title of the step. */
export type CategoryStep = { readonly slug: string; readonly title: string };

/** `['Kitchen', 'Pots & Pans']` -> kitchen, kitchen/pots-pans. Titles that differ in case or signs are one category. */
export const categorySteps = (titles: readonly string[]): CategoryStep[] => {
  const steps: CategoryStep[] = [];
  for (const title of titles) {
    const above = steps.at(-1);
    const own = slugOf(title);
    steps.push({ slug: above ? `${above.slug}/${own}` : own, title });
  }
  return steps;
};

const slugOf = (title: string): string =>
  foldText(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'other';
