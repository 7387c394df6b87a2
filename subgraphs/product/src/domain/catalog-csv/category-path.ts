/** Where the file may say where a product belongs, best first. */
export type CategorySources = {
  productCategory: string | null;
  googleCategory: string | null;
  productType: string | null;
  tags: readonly string[];
};

// Taxonomies are written by name or by id ("212", "aa-1-13", a gid): an id alone names no category for people.
const isTaxonomyId = (text: string): boolean => /^(\d+|[a-z]{2}(-\d+)+|gid:\/\/.*)$/i.test(text);

const segmentsOf = (text: string | null | undefined): string[] => {
  if (!text || isTaxonomyId(text) || text.toLowerCase() === 'uncategorized') return [];
  return text
    .split('>')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
};

/**
 * The category of a product from the root to the leaf: the product category, else Google's, else the shop's
 * own type (all of the form "Kitchen > Cookware"), else the first tag; empty when there is nothing.
 */
export const categoryPath = ({ productCategory, googleCategory, productType, tags }: CategorySources): string[] =>
  [productCategory, googleCategory, productType].map(segmentsOf).find((path) => path.length > 0) ?? tags.slice(0, 1);
