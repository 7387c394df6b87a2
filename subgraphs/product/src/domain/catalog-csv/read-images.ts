import type { CatalogImage, Reason } from './catalog-product.ts';
import { readColumns } from './column.ts';
import { imageColumns } from './columns.ts';
import type { Layout } from './layout.ts';
import type { Row } from './read-rows.ts';

/**
 * The pictures of a product in the order of their positions (those without one last, in the file's order), counted
 * anew from 1. A picture repeated on several rows, as some exporters do, is one picture.
 */
export const readImages = (rows: readonly Row[], context: { layout: Layout; reasons: Reason[] }): CatalogImage[] => {
  const found = new Map<string, { url: string; alt: string | null; wanted: number }>();
  for (const row of rows) {
    const { url, position, alt } = readColumns(imageColumns, { row, ...context });
    if (url !== null && !found.has(url)) found.set(url, { url, alt, wanted: position ?? Number.POSITIVE_INFINITY });
  }
  // Not by subtraction: two without a position would differ by NaN.
  const inOrder = [...found.values()].sort((a, b) => (a.wanted === b.wanted ? 0 : a.wanted < b.wanted ? -1 : 1));
  return inOrder.map(({ url, alt }, index) => ({ url, alt, position: index + 1 }));
};
