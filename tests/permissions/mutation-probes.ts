/**
 * How a mutation is tried, without an input when that is empty: `$name` in the input is the id of that name in the world (of which there may be one
 * for each door, as `name at door`), `$unique` is new each time.
 */
export type MutationProbe = {
  readonly subgraph: string;
  readonly input: string;
  /** The code by which it tells a stranger that there is nothing: as good as a refusal. */
  readonly hiddenAs?: string;
};

/** An address that no country has. */
const noAddress = '{ countryCode: "ZZ", recipient: "", lines: [] }';

const anAddress =
  '{ countryCode: "US", recipient: "Ada", lines: ["1 Main Street"], locality: "Springfield", region: "IL", postalCode: "62701" }';

/** One line a mutation. Inputs are such that who may call it changes nothing that another cell needs. */
export const mutationProbes: Readonly<Record<string, MutationProbe>> = {
  // There is none: whoever may do it hears that, and nothing changes.
  publishProduct: {
    subgraph: 'product',
    input: '{ productId: $unknownProduct, idempotencyKey: $unique, reason: "the matrix asks" }',
  },
  archiveProduct: {
    subgraph: 'product',
    input: '{ productId: $unknownProduct, idempotencyKey: $unique, reason: "the matrix asks" }',
  },
  changePrice: {
    subgraph: 'product',
    input:
      '{ variantId: $unknownVariant, price: { amountMinor: "1", currency: "EUR" }, idempotencyKey: $unique, reason: "the matrix asks" }',
  },
  createCart: { subgraph: 'order', input: '{ currency: "EUR" }' },
  addCartLine: {
    subgraph: 'order',
    input: '{ cartId: $cart, variantId: $variant, quantity: 1 }',
    hiddenAs: 'CART_NOT_FOUND',
  },
  changeCartLine: {
    subgraph: 'order',
    input: '{ cartId: $cart, lineId: $line, quantity: 2 }',
    hiddenAs: 'CART_NOT_FOUND',
  },
  removeCartLine: { subgraph: 'order', input: '{ cartId: $cart, lineId: $unknownLine }', hiddenAs: 'CART_NOT_FOUND' },
  checkout: {
    subgraph: 'order',
    input:
      '{ cartId: $cart, idempotencyKey: $unique, expectedTotal: { amountMinor: "1", currency: "EUR" }, paymentMethodToken: "tok_approve" }',
    hiddenAs: 'CART_NOT_FOUND',
  },
  cancelOrder: {
    subgraph: 'order',
    // It has ended already: whoever may cancel it hears that, and nothing changes.
    input: '{ orderId: $declinedOrder, idempotencyKey: $unique, reason: "the matrix asks" }',
    hiddenAs: 'ORDER_NOT_FOUND',
  },
  revokeGuestAccess: {
    subgraph: 'order',
    // There is none: whoever may do it hears that, and nothing changes.
    input: '{ id: $unknownCart, idempotencyKey: $unique, reason: "the matrix asks" }',
  },
  refundPayment: {
    subgraph: 'payment',
    // There is none: whoever may do it hears that, and nothing changes.
    input: '{ paymentId: $unknownPayment, idempotencyKey: $unique, reason: "the matrix asks" }',
  },
  register: { subgraph: 'user', input: '{ email: "not an address", password: "x", name: "Nobody" }' },
  signIn: { subgraph: 'user', input: '{ email: $unique, password: "wrong password" }' },
  verifyEmail: { subgraph: 'user', input: '{ userId: $unique, code: "x" }' },
  resendVerification: { subgraph: 'user', input: '{ userId: $unique }' },
  refreshSession: { subgraph: 'user', input: '{ refreshToken: "x" }' },
  signOut: { subgraph: 'user', input: '{ refreshToken: "x" }' },
  requestPasswordReset: { subgraph: 'user', input: '{ email: $unique }' },
  resetPassword: { subgraph: 'user', input: '{ email: $unique, code: "x", newPassword: "x" }' },
  signOutEverywhere: { subgraph: 'user', input: '' },
  endSession: { subgraph: 'user', input: '{ sessionId: "x" }' },
  changePassword: { subgraph: 'user', input: '{ currentPassword: "x", newPassword: "x" }' },
  startSecondFactor: { subgraph: 'user', input: '{ password: "x" }' },
  confirmSecondFactor: { subgraph: 'user', input: '{ code: "x" }' },
  removeSecondFactor: { subgraph: 'user', input: '{ password: "x", secondFactor: "x" }' },
  // There is none: whoever may do it hears that, and nothing changes.
  suspendUser: { subgraph: 'user', input: '{ userId: $unknownUser, reason: "the matrix asks" }' },
  reinstateUser: { subgraph: 'user', input: '{ userId: $unknownUser, reason: "the matrix asks" }' },
  updateProfile: { subgraph: 'user', input: '{ phone: "not a number" }' },
  addAddress: { subgraph: 'user', input: `{ address: ${noAddress} }` },
  changeAddress: {
    subgraph: 'user',
    input: `{ addressId: $address, address: ${anAddress} }`,
    hiddenAs: 'ADDRESS_NOT_FOUND',
  },
  removeAddress: { subgraph: 'user', input: '{ addressId: $spareAddress }', hiddenAs: 'ADDRESS_NOT_FOUND' },
  setConsent: { subgraph: 'user', input: '{ purpose: MARKETING, isGranted: true, policyVersion: "" }' },
  setNotificationPreference: { subgraph: 'user', input: '{ topic: ACCOUNT, channel: EMAIL, isEnabled: true }' },
  requestDataExport: { subgraph: 'user', input: '' },
  openTicket: { subgraph: 'user', input: '{ subject: "", message: "", idempotencyKey: $unique }' },
  replyToTicket: {
    subgraph: 'user',
    input: '{ ticketId: $ticket, message: "the matrix asks" }',
    hiddenAs: 'TICKET_NOT_FOUND',
  },
  addTicketNote: { subgraph: 'user', input: '{ ticketId: $ticket, message: "the matrix asks" }' },
  assignTicket: { subgraph: 'user', input: '{ ticketId: $ticket }' },
  setTicketPriority: { subgraph: 'user', input: '{ ticketId: $ticket, priority: NORMAL }' },
  // There is none: whoever may do it hears that, and nothing changes.
  resolveTicket: { subgraph: 'user', input: '{ ticketId: $unknownTicket }' },
  reopenTicket: { subgraph: 'user', input: '{ ticketId: $unknownTicket }' },
  // Nobody's address: whoever may ask hears that, and is not erased.
  requestErasure: { subgraph: 'user', input: '{ confirmEmail: "somebody-else@example.com" }' },
};
