import { type Expectation, inAnswers, partOf, rarePartOf, seenBy, seenByAll } from './expectation.ts';

/**
 * Who may see which type, written by hand from what the business allows: one line a type. A type of the schemas that has
 * no line here fails the build, and so does a line without its type.
 */
export const expectedTypes: Readonly<Record<string, Expectation>> = {
  // product: what is on sale is for everybody
  Product: seenByAll,
  ProductVariant: seenByAll,
  Category: seenByAll,
  ProductOption: partOf('Product'),
  ProductSeo: partOf('Product'),
  PriceRange: partOf('Product'),
  Media: partOf('Product'),
  SelectedOption: partOf('ProductVariant'),
  StockLevel: partOf('ProductVariant'),
  ProductConnection: partOf('Category'),
  ProductEdge: partOf('Category'),

  // order: a cart is its owner's alone, an order also its staff's
  Cart: seenBy('guest', 'owner'),
  CartLine: partOf('Cart'),
  Order: seenBy('guest', 'owner', 'SUPPORT', 'FINANCE', 'ADMIN', 'machine'),
  OrderLine: partOf('Order'),
  OrderEvent: partOf('Order'),
  OrderCancellation: partOf('Order'),
  OutOfStock: partOf('Order'),
  Shortage: partOf('Order'),
  PaymentDeclined: partOf('Order'),
  PaymentActionExpired: rarePartOf('Order', 'a payment waits for its buyer until it expires'),
  TimedOut: rarePartOf('Order', 'an order stays pending for an hour before it is ended'),
  OrderConnection: seenBy('owner', 'SUPPORT', 'ADMIN'),
  OrderEdge: partOf('OrderConnection'),

  // payment
  Payment: seenBy('guest', 'owner', 'SUPPORT', 'FINANCE', 'ADMIN', 'machine'),
  PaymentTransaction: partOf('Payment'),

  // user
  User: seenBy('owner', 'SUPPORT', 'ADMIN'),
  Address: partOf('User'),
  Consent: partOf('User'),
  NotificationPreference: partOf('User'),
  DataRequest: rarePartOf('User', 'an export is gathered by a clock of its own: its own tests see it'),
  DataReceipt: rarePartOf('User', 'as its request'),
  DataExportFile: rarePartOf('User', 'as its request'),
  // the parts of an export are for the machine that gathers them, which is none of these
  PersonalRecordPage: seenBy(),
  SupportTicket: seenBy('guest', 'owner', 'SUPPORT', 'ADMIN'),
  TicketMessage: partOf('SupportTicket'),
  TicketClock: partOf('SupportTicket'),
  SupportTicketConnection: seenBy('SUPPORT', 'ADMIN'),
  SupportTicketEdge: partOf('SupportTicketConnection'),
  AddressFormat: seenByAll,
  AddressRegion: partOf('AddressFormat'),

  // who of the staff did what
  AuditEntry: seenBy('ADMIN'),
  AuditEntryConnection: seenBy('ADMIN'),
  AuditEntryEdge: partOf('AuditEntryConnection'),

  // several
  Money: partOf('ProductVariant', 'Cart', 'Order', 'Payment'),
  PageInfo: partOf('Category', 'OrderConnection'),

  // the answers of mutations
  CreateCartPayload: inAnswers,
  AddCartLinePayload: inAnswers,
  ChangeCartLinePayload: inAnswers,
  RemoveCartLinePayload: inAnswers,
  CheckoutPayload: inAnswers,
  CancelOrderPayload: inAnswers,
  OrderNotFoundError: inAnswers,
  OrderNotCancellableError: inAnswers,
  RegisterPayload: inAnswers,
  SignInPayload: inAnswers,
  IdempotencyKeyReusedError: inAnswers,
  InvalidInputError: inAnswers,
  CartNotFoundError: inAnswers,
  CartLineNotFoundError: inAnswers,
  CartAlreadyOrderedError: inAnswers,
  CartLimitExceededError: inAnswers,
  CartEmptyError: inAnswers,
  VariantUnavailableError: inAnswers,
  PriceChangedError: inAnswers,
  VersionConflictError: inAnswers,
  EmailTakenError: inAnswers,
  PasswordRefusedError: inAnswers,
  InvalidCredentialsError: inAnswers,
  AccountSuspendedError: inAnswers,
  AccountClosedError: inAnswers,
  UpdateProfilePayload: inAnswers,
  AddAddressPayload: inAnswers,
  ChangeAddressPayload: inAnswers,
  RemoveAddressPayload: inAnswers,
  AddressInvalidError: inAnswers,
  AddressNotFoundError: inAnswers,
  AddressLimitReachedError: inAnswers,
  SetConsentPayload: inAnswers,
  ConsentMissingError: inAnswers,
  SetNotificationPreferencePayload: inAnswers,
  NotificationRequiredError: inAnswers,
  RequestDataExportPayload: inAnswers,
  RequestErasurePayload: inAnswers,
  TicketPayload: inAnswers,
  TicketNotFoundError: inAnswers,
  TicketStatusRefusedError: inAnswers,
};
