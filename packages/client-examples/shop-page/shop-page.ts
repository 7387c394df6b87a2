/** A product as the page shows it. */
export type ProductTile = {
  readonly id: string;
  readonly title: string;
  /** The lowest price, e.g. `from 19.99 EUR`; null when it has none. */
  readonly price: string | null;
  readonly picture: string | null;
  /** The variant that the page's button puts into the cart; null when nothing can be bought. */
  readonly variantId: string | null;
};

export type CartSummary = {
  readonly total: string;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
};

/** What the page shows at one moment. */
export type ShopPageView = {
  readonly products: readonly ProductTile[];
  readonly hasMore: boolean;
  readonly cart: CartSummary | null;
};

/**
 * The page that every client of this folder makes: products, more of them, and a cart. Each step answers with the whole
 * page. A mutation that the shop refuses rejects with what the shop said (Refused); what went wrong on the way rejects
 * with the client library's own error.
 */
export type ShopPage = {
  open: () => Promise<ShopPageView>;
  more: () => Promise<ShopPageView>;
  addToCart: (variantId: string) => Promise<ShopPageView>;
};

export type ShopPageOptions = {
  /** The address of the graph, with /graphql. */
  url: string;
  /** How many products are fetched at a time. */
  pageSize: number;
  /** The version of the client, as Studio and the recorded usage tell it. */
  clientVersion: string;
  /** What the requests are sent by: a browser's own fetch. */
  fetch: typeof globalThis.fetch;
};

/** The shop answered, and did nothing. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly codes: readonly string[];
  constructor(userErrors: readonly { readonly code: string; readonly message: string }[]) {
    super(userErrors.map(({ message }) => message).join(' '));
    this.codes = userErrors.map(({ code }) => code);
  }
}
