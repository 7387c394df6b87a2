/** First and last line of the file, counted from 1 as an editor does (a quoted newline begins a new line). */
export type LineSpan = readonly [first: number, last: number];

export type ReasonCode =
  | 'MISSING_HANDLE'
  | 'INVALID_HANDLE'
  | 'MISSING_TITLE'
  | 'TITLE_CONFLICT'
  | 'MISSING_PRICE'
  | 'INVALID_PRICE'
  | 'INVALID_NUMBER'
  | 'INVALID_BOOLEAN'
  | 'INVALID_CHOICE'
  | 'INVALID_IMAGE_URL'
  | 'TOO_LONG'
  | 'MISSING_OPTION_NAME'
  | 'MISSING_OPTION_VALUE'
  | 'OPTION_NAME_CONFLICT'
  | 'DUPLICATE_OPTION_NAME'
  | 'DUPLICATE_OPTION_COMBINATION'
  | 'DUPLICATE_SKU'
  | 'TOO_MANY_OPTIONS'
  | 'TOO_MANY_VARIANTS'
  | 'TOO_MANY_ROWS'
  | 'COMPARE_AT_NOT_ABOVE_PRICE';

/** Why a product was refused, or what was changed about it; `column` is the header as the file writes it. */
export type Reason = { line: number; column: string | null; code: ReasonCode; message: string };

export type CatalogOption = { name: string; values: string[] };

export type CatalogVariant = {
  sku: string | null;
  /** One value per option of the product, in the options' order; empty for a product without options. */
  optionValues: string[];
  /** Minor units of the product's currency. */
  priceMinor: bigint;
  /** Minor units; always above the price, else null. */
  compareAtMinor: bigint | null;
  grams: number;
  /** Null when the file says nothing about stock: what is there already must stand. */
  quantity: number | null;
  inventoryPolicy: 'DENY' | 'CONTINUE';
  barcode: string | null;
  taxable: boolean;
  requiresShipping: boolean;
  /** The variant's own picture; not necessarily one of the product's images. */
  imageUrl: string | null;
  lines: LineSpan;
};

/** `url` is absolute (http, https) or a path on this server; `position` counts from 1 without gaps. */
export type CatalogImage = { url: string; position: number; alt: string | null };

export type ProductStatus = 'DRAFT' | 'ACTIVE' | 'ARCHIVED';

export type CatalogProduct = {
  /** The slug: lower case, unique in the shop. */
  handle: string;
  title: string;
  /** As the file has it, NOT sanitised: never put it into a page as it is. */
  descriptionHtml: string;
  /** The same without tags and with entities resolved; still plain text, to be escaped like any other. */
  description: string;
  vendor: string | null;
  productType: string | null;
  tags: string[];
  published: boolean;
  /** What the file's Status says, but DRAFT for an active product that is not published. */
  status: ProductStatus;
  /** Up to three; none for a product with a single variant ('Title' / 'Default Title'). */
  options: CatalogOption[];
  variants: CatalogVariant[];
  images: CatalogImage[];
  seo: { title: string | null; description: string | null };
  /** From the root to the leaf; empty when the file places the product nowhere. */
  categoryPath: string[];
  giftCard: boolean;
  /** ISO 4217 code of every price of the product. */
  currency: string;
};

/** One product of the file: read whole, or refused whole. `rows` counts the file's rows it is made of. */
export type CatalogEntry =
  | { ok: true; handle: string; lines: LineSpan; rows: number; product: CatalogProduct; warnings: Reason[] }
  | { ok: false; handle: string; lines: LineSpan; rows: number; reasons: Reason[] };
