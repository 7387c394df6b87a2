/**
 * What each field is called in the header, any case: the classic export first, then the template of 2025 and later.
 * Columns in no list (markets, metafields, Google Shopping, cost, tax code ...) are ignored.
 * Source: https://help.shopify.com/en/manual/products/import-export/using-csv
 */
export const fieldNames = {
  handle: ['Handle', 'URL handle'],
  title: ['Title'],
  descriptionHtml: ['Body (HTML)', 'Body HTML', 'Body', 'Description'],
  vendor: ['Vendor'],
  productType: ['Type', 'Custom Product Type'],
  tags: ['Tags'],
  published: ['Published', 'Published on online store'],
  status: ['Status'],
  giftCard: ['Gift Card'],
  seoTitle: ['SEO Title'],
  seoDescription: ['SEO Description'],
  productCategory: ['Product Category', 'Standardized Product Type', 'Standard Product Type'],
  googleCategory: ['Google Shopping / Google Product Category'],
  sku: ['Variant SKU', 'SKU'],
  price: ['Variant Price', 'Price'],
  compareAt: ['Variant Compare At Price', 'Compare-at price', 'Compare At Price'],
  grams: ['Variant Grams', 'Weight value (grams)'],
  quantity: ['Variant Inventory Qty', 'Inventory quantity'],
  inventoryPolicy: ['Variant Inventory Policy', 'Continue selling when out of stock'],
  barcode: ['Variant Barcode', 'Barcode'],
  taxable: ['Variant Taxable', 'Charge tax'],
  requiresShipping: ['Variant Requires Shipping', 'Requires shipping'],
  variantImage: ['Variant Image', 'Variant image URL'],
  imageUrl: ['Image Src', 'Product image URL'],
  imagePosition: ['Image Position'],
  imageAlt: ['Image Alt Text'],
} as const satisfies Record<string, readonly string[]>;

/** The header names of the option at `position` (from 1); kept, as the layout remembers names by identity. */
export const optionFieldNames = [1, 2, 3, 4].map((position) => ({
  name: [`Option${position} Name`],
  value: [`Option${position} Value`],
}));
