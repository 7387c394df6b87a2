// Generated from schema.graphql by `pnpm codegen`: change that file or codegen.yml, not this one.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { User as UserModel } from '../../domain/user.ts';
import type { SavedAddress as SavedAddressModel } from '../../domain/people/saved-address.ts';
import type { DataRequest as DataRequestModel } from '../../domain/people/data-request.ts';
import type { Ticket as TicketModel } from '../../domain/tickets/ticket.ts';
import type { TicketPage as TicketPageModel } from '../../domain/tickets/ticket-page.ts';
import type { Session as SessionModel } from '../../domain/session.ts';
import type { Context } from '../../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant in UTC, ISO 8601. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: string; output: string; }
};

/** The account is suspended or erased: nothing of it can be changed. */
export type AccountClosedError = UserError & {
  __typename?: 'AccountClosedError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The address and the password are right, but the account is suspended. */
export type AccountSuspendedError = UserError & {
  __typename?: 'AccountSuspendedError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What adding an address takes. */
export type AddAddressInput = {
  /** The address. */
  address: PostalAddressInput;
  /** Is it offered first for bills from now on? The first address is in any case. */
  isBillingDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** Is it offered first for deliveries from now on? The first address is in any case. */
  isShippingDefault?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The outcome of addAddress. */
export type AddAddressPayload = {
  __typename?: 'AddAddressPayload';
  /** The address; null when it was refused. */
  address?: Maybe<Address>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What noting something on a ticket takes. */
export type AddTicketNoteInput = {
  /** What to say: 1 to 10000 characters. */
  message: Scalars['String']['input'];
  /** Which ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The outcome of addTicketNote. */
export type AddTicketNotePayload = {
  __typename?: 'AddTicketNotePayload';
  /** The ticket as it is now; null when it was refused. */
  ticket?: Maybe<SupportTicket>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** An address of a user, in the form of its country. */
export type Address = {
  __typename?: 'Address';
  /** The country, ISO 3166-1 alpha-2. */
  countryCode: Scalars['String']['output'];
  /** A part of the locality, e.g. a neighbourhood. */
  dependentLocality?: Maybe<Scalars['String']['output']>;
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** Is it offered first for bills? */
  isBillingDefault: Scalars['Boolean']['output'];
  /** Is it offered first for deliveries? */
  isShippingDefault: Scalars['Boolean']['output'];
  /** The lines of a label, in the order in which the country writes them, without the country. */
  label: Array<Scalars['String']['output']>;
  /** Street, house, flat: what no other field says. */
  lines: Array<Scalars['String']['output']>;
  /** The city, town or village. */
  locality?: Maybe<Scalars['String']['output']>;
  /** The company or office. */
  organization?: Maybe<Scalars['String']['output']>;
  /** The postal code. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** Who receives it. */
  recipient: Scalars['String']['output'];
  /** The state, province or prefecture: the key of the country's list where it has one. */
  region?: Maybe<Scalars['String']['output']>;
  /** A code of the carrier's own, e.g. CEDEX in France. */
  sortingCode?: Maybe<Scalars['String']['output']>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A field of an address. */
export type AddressField =
  /** The country. */
  | 'COUNTRY_CODE'
  /** A part of the locality. */
  | 'DEPENDENT_LOCALITY'
  /** Street, house, flat. */
  | 'LINES'
  /** The city, town or village. */
  | 'LOCALITY'
  /** The company or office. */
  | 'ORGANIZATION'
  /** The postal code. */
  | 'POSTAL_CODE'
  /** Who receives it. */
  | 'RECIPIENT'
  /** The state, province or prefecture. */
  | 'REGION'
  /** A code of the carrier's own. */
  | 'SORTING_CODE';

/** How a country writes addresses: what a form for it shows. */
export type AddressFormat = {
  __typename?: 'AddressFormat';
  /** The country, ISO 3166-1 alpha-2. */
  countryCode: Scalars['String']['output'];
  /** The fields it uses, in the order in which they are written. */
  fields: Array<AddressField>;
  /** A postal code as they look there; null where there are none. */
  postalCodeExample?: Maybe<Scalars['String']['output']>;
  /** The only regions there are; empty where any text is taken. */
  regions: Array<AddressRegion>;
  /** The fields that must be filled. */
  required: Array<AddressField>;
};

/** A field of an address does not fit the format of its country. */
export type AddressInvalidError = UserError & {
  __typename?: 'AddressInvalidError';
  /** A code for programs. */
  code: ErrorCode;
  /** What would fit, as an example; null where none can be given. */
  expected?: Maybe<Scalars['String']['output']>;
  /** The field. */
  field: AddressField;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** There are as many addresses as one user may have. */
export type AddressLimitReachedError = UserError & {
  __typename?: 'AddressLimitReachedError';
  /** A code for programs. */
  code: ErrorCode;
  /** How many that is. */
  limit: Scalars['Int']['output'];
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** There is no such address of the viewer. */
export type AddressNotFoundError = UserError & {
  __typename?: 'AddressNotFoundError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A region of a country, as addresses name it. */
export type AddressRegion = {
  __typename?: 'AddressRegion';
  /** What an address carries. */
  key: Scalars['String']['output'];
  /** Its name in Latin letters, where its own are others. */
  latinName?: Maybe<Scalars['String']['output']>;
  /** Its name in the country's own script. */
  name: Scalars['String']['output'];
};

/** What giving a ticket to somebody takes. */
export type AssignTicketInput = {
  /** The member of the staff; null for nobody. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** Why, where there is more to say than the ticket says: 3 to 500 characters without names or addresses. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Which ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The outcome of assignTicket. */
export type AssignTicketPayload = {
  __typename?: 'AssignTicketPayload';
  /** The ticket as it is now; null when it was refused. */
  ticket?: Maybe<SupportTicket>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** Something that somebody of the staff, or a machine, did for or to a customer. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** What was done, e.g. `CANCEL_ORDER`. */
  action: Scalars['String']['output'];
  /** Who did it: a user's id, or a machine client's. */
  actorId: Scalars['ID']['output'];
  /** The request in which it was done, as the logs have it. */
  correlationId: Scalars['ID']['output'];
  /** Whose it is; null for a guest's, or for what is nobody's. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** When. */
  occurredAt: Scalars['DateTime']['output'];
  /** Why, in the actor's words. */
  reason: Scalars['String']['output'];
  /** What it was done to. */
  subjectId: Scalars['ID']['output'];
};

/** A page of audit entries. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  /** The entries with their cursors. */
  edges: Array<AuditEntryEdge>;
  /** The entries. */
  nodes: Array<AuditEntry>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** An audit entry in a page. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** Where it stands. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: AuditEntry;
};

/** What changing an address takes. */
export type ChangeAddressInput = {
  /** The whole address as it is from now on. */
  address: PostalAddressInput;
  /** Which address. */
  addressId: Scalars['ID']['input'];
  /** True: it is offered first for bills from now on. */
  isBillingDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: it is offered first for deliveries from now on. */
  isShippingDefault?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The outcome of changeAddress. */
export type ChangeAddressPayload = {
  __typename?: 'ChangeAddressPayload';
  /** The address as it is now; null when it was refused. */
  address?: Maybe<Address>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What changing a password takes. */
export type ChangePasswordInput = {
  /** The password that is to go. */
  currentPassword: Scalars['String']['input'];
  /** The new one: 10 to 128 characters, none of the commonest ones. */
  newPassword: Scalars['String']['input'];
  /** A code of the authenticator app, or a recovery code, where the account has a second factor. */
  secondFactor?: InputMaybe<Scalars['String']['input']>;
};

/** The outcome of changePassword. */
export type ChangePasswordPayload = {
  __typename?: 'ChangePasswordPayload';
  /** A bearer token for the Authorization header; null when it was refused. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** When the access token stops working. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What refreshSession takes to go on from there; keep it as safe as a password. */
  refreshToken?: Maybe<Scalars['String']['output']>;
  /** Who is signed in; null when it was refused. */
  user?: Maybe<User>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What turning a second factor on takes. */
export type ConfirmSecondFactorInput = {
  /** The code that the app shows. */
  code: Scalars['String']['input'];
};

/** The outcome of confirmSecondFactor. */
export type ConfirmSecondFactorPayload = {
  __typename?: 'ConfirmSecondFactorPayload';
  /** Codes that replace the app once each; null when it was refused. They are shown this once. */
  recoveryCodes?: Maybe<Array<Scalars['String']['output']>>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** One decision of a user on what may be done with their data. Decisions are added, never changed. */
export type Consent = {
  __typename?: 'Consent';
  /** When it was decided. */
  decidedAt: Scalars['DateTime']['output'];
  /** True when it was agreed to, false when it was refused or taken back. */
  isGranted: Scalars['Boolean']['output'];
  /** The version of the text the user had before them. */
  policyVersion: Scalars['String']['output'];
  /** What the data may be used for. */
  purpose: ConsentPurpose;
};

/** There is no consent to what this needs. */
export type ConsentMissingError = UserError & {
  __typename?: 'ConsentMissingError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** What must be agreed to first. */
  purpose: ConsentPurpose;
};

/** What a person's data may be used for. */
export type ConsentPurpose =
  /** Counting how the shop is used. */
  | 'ANALYTICS'
  /** Being told of offers. */
  | 'MARKETING'
  /** Being shown what fits earlier purchases. */
  | 'PERSONALIZATION'
  /** Buying here, by the shop's terms. */
  | 'TERMS';

/** Everything the shop holds of a person, as one file. */
export type DataExportFile = {
  __typename?: 'DataExportFile';
  /** Its length in bytes of UTF-8. */
  byteLength: Scalars['Int']['output'];
  /** The file itself, JSON. */
  content: Scalars['String']['output'];
  /** Its media type. */
  mediaType: Scalars['String']['output'];
  /** A name to save it under. */
  name: Scalars['String']['output'];
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: Scalars['String']['output'];
};

/** What one subgraph did for a request. */
export type DataReceipt = {
  __typename?: 'DataReceipt';
  /** When it had done it; null while it is waited for. */
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many records it gave; null for an erasure. */
  recordCount?: Maybe<Scalars['Int']['output']>;
  /** SHA-256 of the records it gave, in hexadecimal; null for an erasure. */
  sha256?: Maybe<Scalars['String']['output']>;
  /** The subgraph. */
  subgraph: Scalars['String']['output'];
};

/** Somebody wants a copy of their data, or wants it gone. Seen by them, and without the file by staff with `user:read:any`. */
export type DataRequest = {
  __typename?: 'DataRequest';
  /** Until when it is to be done. */
  deadline: Scalars['DateTime']['output'];
  /** Until when the copy can be fetched. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The copy, while the request is READY; only for the one whose data it is. */
  file?: Maybe<DataExportFile>;
  /** When it was done, or given up. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** What is wanted. */
  kind: DataRequestKind;
  /** One for each subgraph. */
  receipts: Array<DataReceipt>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** How far it has come. */
  status: DataRequestStatus;
};

/** What somebody wants done with their data. */
export type DataRequestKind =
  /** All of it gone. */
  | 'ERASURE'
  /** A copy of all of it. */
  | 'EXPORT';

/** How far a request has come. */
export type DataRequestStatus =
  /** Every subgraph has erased. */
  | 'COMPLETED'
  /** The copy was there, and is gone. */
  | 'EXPIRED'
  /** Not every subgraph answered in time; ask again. */
  | 'FAILED'
  /** Not every subgraph has answered yet. */
  | 'IN_PROGRESS'
  /** The copy can be fetched. */
  | 'READY';

/** The address has to be proved first. */
export type EmailNotVerifiedError = UserError & {
  __typename?: 'EmailNotVerifiedError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Another account has proved the address meanwhile. Only told to whoever proved to read its mail. */
export type EmailTakenError = UserError & {
  __typename?: 'EmailTakenError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What ending a session takes. */
export type EndSessionInput = {
  /** One of the ids of mySessions. */
  sessionId: Scalars['ID']['input'];
};

/** The outcome of endSession. */
export type EndSessionPayload = {
  __typename?: 'EndSessionPayload';
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** Codes of expected outcomes. */
export type ErrorCode =
  /** The account is suspended or erased: nothing of it can be changed. */
  | 'ACCOUNT_CLOSED'
  /** The account is suspended. */
  | 'ACCOUNT_SUSPENDED'
  /** The address does not fit the format of its country. */
  | 'ADDRESS_INVALID'
  /** There are as many addresses as one user may have. */
  | 'ADDRESS_LIMIT_REACHED'
  /** There is no such address of the viewer. */
  | 'ADDRESS_NOT_FOUND'
  /** There is no consent to what this needs. */
  | 'CONSENT_MISSING'
  /** The address has to be proved first. */
  | 'EMAIL_NOT_VERIFIED'
  /** Another account has proved the address meanwhile. */
  | 'EMAIL_TAKEN'
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The code is wrong, was used, or is too old. */
  | 'INVALID_CODE'
  /** The address and the password do not belong together. */
  | 'INVALID_CREDENTIALS'
  /** The input has a value that cannot be taken. */
  | 'INVALID_INPUT'
  /** The shop must tell this: it cannot be turned off. */
  | 'NOTIFICATION_REQUIRED'
  /** What was asked for is not to be had where an outside issuer keeps the accounts. */
  | 'NOT_SUPPORTED'
  /** The password is one of those that are tried first. */
  | 'PASSWORD_TOO_COMMON'
  /** The password has too many characters. */
  | 'PASSWORD_TOO_LONG'
  /** The password has too few characters. */
  | 'PASSWORD_TOO_SHORT'
  /** The account has a second factor already. */
  | 'SECOND_FACTOR_ON'
  /** The password is right; the account asks for a code as well. */
  | 'SECOND_FACTOR_REQUIRED'
  /** The code of the second factor is wrong, or was used. */
  | 'SECOND_FACTOR_WRONG'
  /** There is no such session, or it has ended. */
  | 'SESSION_NOT_FOUND'
  /** The session has ended: sign in again. */
  | 'SESSION_OVER'
  /** There is no such ticket that the viewer may see. */
  | 'TICKET_NOT_FOUND'
  /** This cannot be done with a ticket in this state. */
  | 'TICKET_STATUS_REFUSED'
  /** There is no such account. */
  | 'USER_NOT_FOUND';

/** The idempotency key was used before with another input. */
export type IdempotencyKeyReusedError = UserError & {
  __typename?: 'IdempotencyKeyReusedError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The code is wrong, was used, or is too old. */
export type InvalidCodeError = UserError & {
  __typename?: 'InvalidCodeError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The address is unknown or the password is wrong: which of the two is never told. */
export type InvalidCredentialsError = UserError & {
  __typename?: 'InvalidCredentialsError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The input has a value that cannot be taken. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds an address to the viewer's. One that is there already is not added twice. */
  addAddress: AddAddressPayload;
  /** Notes something on a ticket for the staff alone. */
  addTicketNote: AddTicketNotePayload;
  /** Gives a ticket to a member of the staff, or to nobody. */
  assignTicket: AssignTicketPayload;
  /** Replaces an address of the viewer. */
  changeAddress: ChangeAddressPayload;
  /** Changes the viewer's password, ends every session and starts a new one on this device. */
  changePassword: ChangePasswordPayload;
  /** Turns the second factor on by the app's first code. */
  confirmSecondFactor: ConfirmSecondFactorPayload;
  /** Ends one of the viewer's own sessions. */
  endSession: EndSessionPayload;
  /** Asks for help. A guest needs the token of an order or a cart, and follows the ticket by it. */
  openTicket: OpenTicketPayload;
  /** Hands out the next pair of tokens. A refresh token that comes again, after its answer arrived, ends its session. */
  refreshSession: RefreshSessionPayload;
  /** Opens an account and signs its owner in. The answer never tells whether the address has one already: a mail does. */
  register: RegisterPayload;
  /** Lets somebody in again who was suspended (scope `user:write`). */
  reinstateUser: ReinstateUserPayload;
  /** Takes an address away from the viewer's. */
  removeAddress: RemoveAddressPayload;
  /** Turns the second factor off again. */
  removeSecondFactor: RemoveSecondFactorPayload;
  /** Opens a resolved ticket again. */
  reopenTicket: ReopenTicketPayload;
  /** Writes to a ticket: its customer, or the staff to its customer. Opens it again when it was resolved and the customer writes. */
  replyToTicket: ReplyToTicketPayload;
  /** Asks for a copy of everything the shop holds of the viewer. While one is being made, it answers with that one. */
  requestDataExport: RequestDataExportPayload;
  /** Erases the viewer for good: the account closes and personal data goes in every subgraph; orders stay, under a pseudonym. */
  requestErasure: RequestErasurePayload;
  /** Has a code mailed by which a new password can be set. The answer is the same whether or not there is an account. */
  requestPasswordReset: RequestPasswordResetPayload;
  /** Has the code mailed once more. The answer is always the same. */
  resendVerification: ResendVerificationPayload;
  /** Sets a new password by the code that was mailed, and ends every session. */
  resetPassword: ResetPasswordPayload;
  /** Considers a ticket settled. */
  resolveTicket: ResolveTicketPayload;
  /** Notes what the viewer agrees to or takes back. Without consent to MARKETING, offers are turned off. */
  setConsent: SetConsentPayload;
  /** Says whether the viewer is told of a topic on a channel. */
  setNotificationPreference: SetNotificationPreferencePayload;
  /** Says how much a ticket presses; its clock follows. */
  setTicketPriority: SetTicketPriorityPayload;
  /** Proves an address and its password, and hands out tokens. */
  signIn: SignInPayload;
  /** Ends the session of a refresh token. The answer is the same for a token that is none. */
  signOut: SignOutPayload;
  /** Ends all sessions of the viewer, this one too. Access tokens live on until they expire, 15 minutes at most. */
  signOutEverywhere: SignOutEverywherePayload;
  /** Makes the secret for an authenticator app. It counts once confirmed. */
  startSecondFactor: StartSecondFactorPayload;
  /**
   * Locks somebody out: their sessions end at once and nobody signs in; what they hold of access tokens is good for 15 minutes
   * at most, and changes nothing of the account meanwhile (scope `user:write`).
   */
  suspendUser: SuspendUserPayload;
  /** Changes what the viewer says of themself. What is left out stays; null takes it away, but for the name. */
  updateProfile: UpdateProfilePayload;
  /** Proves an address by the code that was mailed to it. */
  verifyEmail: VerifyEmailPayload;
};


export type MutationAddAddressArgs = {
  input: AddAddressInput;
};


export type MutationAddTicketNoteArgs = {
  input: AddTicketNoteInput;
};


export type MutationAssignTicketArgs = {
  input: AssignTicketInput;
};


export type MutationChangeAddressArgs = {
  input: ChangeAddressInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationConfirmSecondFactorArgs = {
  input: ConfirmSecondFactorInput;
};


export type MutationEndSessionArgs = {
  input: EndSessionInput;
};


export type MutationOpenTicketArgs = {
  input: OpenTicketInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationReinstateUserArgs = {
  input: ReinstateUserInput;
};


export type MutationRemoveAddressArgs = {
  input: RemoveAddressInput;
};


export type MutationRemoveSecondFactorArgs = {
  input: RemoveSecondFactorInput;
};


export type MutationReopenTicketArgs = {
  input: ReopenTicketInput;
};


export type MutationReplyToTicketArgs = {
  input: ReplyToTicketInput;
};


export type MutationRequestErasureArgs = {
  input: RequestErasureInput;
};


export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


export type MutationResendVerificationArgs = {
  input: ResendVerificationInput;
};


export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


export type MutationResolveTicketArgs = {
  input: ResolveTicketInput;
};


export type MutationSetConsentArgs = {
  input: SetConsentInput;
};


export type MutationSetNotificationPreferenceArgs = {
  input: SetNotificationPreferenceInput;
};


export type MutationSetTicketPriorityArgs = {
  input: SetTicketPriorityInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignOutArgs = {
  input: SignOutInput;
};


export type MutationStartSecondFactorArgs = {
  input: StartSecondFactorInput;
};


export type MutationSuspendUserArgs = {
  input: SuspendUserInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationVerifyEmailArgs = {
  input: VerifyEmailInput;
};

/** Anything with a globally unique id. */
export type Node = {
  /** The globally unique id. */
  id: Scalars['ID']['output'];
};

/** An outside issuer keeps the accounts, and does this its own way. */
export type NotSupportedError = UserError & {
  __typename?: 'NotSupportedError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** How somebody can be told. */
export type NotificationChannel =
  /** By mail to the account's address. */
  | 'EMAIL'
  /** By text message to the profile's number. */
  | 'SMS';

/** Whether somebody is told of a topic on a channel. */
export type NotificationPreference = {
  __typename?: 'NotificationPreference';
  /** How it is told. */
  channel: NotificationChannel;
  /** Is it told? */
  isEnabled: Scalars['Boolean']['output'];
  /** False for what the shop must tell and nobody can turn off. */
  isOptional: Scalars['Boolean']['output'];
  /** What it is about. */
  topic: NotificationTopic;
};

/** The shop must tell this: it cannot be turned off. */
export type NotificationRequiredError = UserError & {
  __typename?: 'NotificationRequiredError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What somebody can be told of. */
export type NotificationTopic =
  /** The account itself: sign-ins, passwords, personal data. */
  | 'ACCOUNT'
  /** Offers; only with consent to MARKETING. */
  | 'OFFERS'
  /** Orders, parcels, returns and money. */
  | 'ORDERS'
  /** Answers to support tickets. */
  | 'SUPPORT';

/** What opening a ticket takes. */
export type OpenTicketInput = {
  /** Sent again with the same input, it answers with the ticket that the first attempt opened. */
  idempotencyKey: Scalars['ID']['input'];
  /** What happened: 1 to 10000 characters. */
  message: Scalars['String']['input'];
  /** The order it is about. A guest may only name the one that their token opens. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** The payment it is about. */
  paymentId?: InputMaybe<Scalars['ID']['input']>;
  /** The return it is about. */
  returnId?: InputMaybe<Scalars['ID']['input']>;
  /** What it is about: 1 to 200 characters. */
  subject: Scalars['String']['input'];
};

/** The outcome of openTicket. */
export type OpenTicketPayload = {
  __typename?: 'OpenTicketPayload';
  /** The ticket as it is now; null when it was refused. */
  ticket?: Maybe<SupportTicket>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

export type Order = {
  __typename?: 'Order';
  /** The globally unique id. */
  id: Scalars['ID']['output'];
};

/** Where a page lies in its list (Relay Cursor Connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last edge. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Is there a page after this one? */
  hasNextPage: Scalars['Boolean']['output'];
  /** Is there a page before this one? */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** The password does not meet the rules. */
export type PasswordRefusedError = UserError & {
  __typename?: 'PasswordRefusedError';
  /** A code for programs. */
  code: ErrorCode;
  /** The most characters a password may have. */
  maximumLength: Scalars['Int']['output'];
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** The fewest characters a password may have. */
  minimumLength: Scalars['Int']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type Payment = {
  __typename?: 'Payment';
  /** The globally unique id. */
  id: Scalars['ID']['output'];
};

/** An address as somebody writes it. Which fields a country uses and needs, `addressFormat` says. */
export type PostalAddressInput = {
  /** The country, ISO 3166-1 alpha-2. */
  countryCode: Scalars['String']['input'];
  /** A part of the locality, e.g. a neighbourhood. */
  dependentLocality?: InputMaybe<Scalars['String']['input']>;
  /** Street, house, flat: 1 to 4 lines. */
  lines: Array<Scalars['String']['input']>;
  /** The city, town or village. */
  locality?: InputMaybe<Scalars['String']['input']>;
  /** The company or office. */
  organization?: InputMaybe<Scalars['String']['input']>;
  /** The postal code. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Who receives it. */
  recipient: Scalars['String']['input'];
  /** The state, province or prefecture, by its key or its name. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** A code of the carrier's own, e.g. CEDEX in France. */
  sortingCode?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  __typename?: 'Query';
  /** How a country writes addresses; null for a code that is none. */
  addressFormat?: Maybe<AddressFormat>;
  /** A request for a copy of one's data or its erasure; null when there is none that the viewer may see. */
  dataRequest?: Maybe<DataRequest>;
  /** Whoever is signed in; null when nobody is. */
  me?: Maybe<User>;
  /** The viewer's own sessions, the last used first; 50 at most. Empty where an outside issuer keeps them, null for nobody. */
  mySessions?: Maybe<Array<Session>>;
  /** A support ticket; null when there is none that the viewer may see. */
  ticket?: Maybe<SupportTicket>;
  /** The queue of the staff, what is due first at its head. Pages hold 20 tickets unless `first` says otherwise, 100 at most. */
  tickets?: Maybe<SupportTicketConnection>;
  /** What the staff did to accounts and tickets, newest first: who, what, when and why. */
  userAuditEntries?: Maybe<AuditEntryConnection>;
};


export type QueryAddressFormatArgs = {
  countryCode: Scalars['String']['input'];
};


export type QueryDataRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTicketArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTicketsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TicketFilterInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUserAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};

/** A refresh token. */
export type RefreshSessionInput = {
  /** The newest refresh token of the session. */
  refreshToken: Scalars['String']['input'];
};

/** The outcome of refreshSession. */
export type RefreshSessionPayload = {
  __typename?: 'RefreshSessionPayload';
  /** A bearer token for the Authorization header; null when it was refused. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** When the access token stops working. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What refreshSession takes to go on from there; keep it as safe as a password. */
  refreshToken?: Maybe<Scalars['String']['output']>;
  /** Who is signed in; null when it was refused. */
  user?: Maybe<User>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What opening an account takes. */
export type RegisterInput = {
  /** The address to sign in with. Blanks around it and the case of its letters do not matter. */
  email: Scalars['String']['input'];
  /** Sent again with the same input, it answers with the account that the first attempt opened. */
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** The name the user goes by: 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** The password: 10 to 128 characters, none of the commonest ones. */
  password: Scalars['String']['input'];
};

/** The outcome of register. */
export type RegisterPayload = {
  __typename?: 'RegisterPayload';
  /** A bearer token for the Authorization header; null when it was refused, or where the address has to be proved first. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** When the access token stops working. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What refreshSession takes to go on from there; keep it as safe as a password. */
  refreshToken?: Maybe<Scalars['String']['output']>;
  /** The new account; null when it was refused. */
  user?: Maybe<User>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What reinstating somebody takes. */
export type ReinstateUserInput = {
  /** Why: 3 to 500 characters without names or addresses. */
  reason: Scalars['String']['input'];
  /** Whom. */
  userId: Scalars['ID']['input'];
};

/** The outcome of reinstateUser. */
export type ReinstateUserPayload = {
  __typename?: 'ReinstateUserPayload';
  /** The account as it is now; null when it was refused. */
  user?: Maybe<User>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What removing an address takes. */
export type RemoveAddressInput = {
  /** Which address. */
  addressId: Scalars['ID']['input'];
};

/** The outcome of removeAddress. */
export type RemoveAddressPayload = {
  __typename?: 'RemoveAddressPayload';
  /** The id of the address that is gone; null when it was refused. */
  removedAddressId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What turning a second factor off takes. */
export type RemoveSecondFactorInput = {
  /** The password of the account. */
  password: Scalars['String']['input'];
  /** A code of the app, or a recovery code. */
  secondFactor: Scalars['String']['input'];
};

/** The outcome of removeSecondFactor. */
export type RemoveSecondFactorPayload = {
  __typename?: 'RemoveSecondFactorPayload';
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** Which ticket is opened again. */
export type ReopenTicketInput = {
  /** Why, where there is more to say than the ticket says: 3 to 500 characters without names or addresses. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Which ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The outcome of reopenTicket. */
export type ReopenTicketPayload = {
  __typename?: 'ReopenTicketPayload';
  /** The ticket as it is now; null when it was refused. */
  ticket?: Maybe<SupportTicket>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What writing to a ticket takes. */
export type ReplyToTicketInput = {
  /** What to say: 1 to 10000 characters. */
  message: Scalars['String']['input'];
  /** Which ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The outcome of replyToTicket. */
export type ReplyToTicketPayload = {
  __typename?: 'ReplyToTicketPayload';
  /** The ticket as it is now; null when it was refused. */
  ticket?: Maybe<SupportTicket>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** The outcome of requestDataExport. */
export type RequestDataExportPayload = {
  __typename?: 'RequestDataExportPayload';
  /** The request; null when it was refused. */
  dataRequest?: Maybe<DataRequest>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What erasing oneself takes. */
export type RequestErasureInput = {
  /** The address of the account, typed once more: what is erased does not come back. */
  confirmEmail: Scalars['String']['input'];
};

/** The outcome of requestErasure. */
export type RequestErasurePayload = {
  __typename?: 'RequestErasurePayload';
  /** The request; null when it was refused. */
  dataRequest?: Maybe<DataRequest>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What asking for a new password takes. */
export type RequestPasswordResetInput = {
  /** The address of the account. */
  email: Scalars['String']['input'];
};

/** The outcome of requestPasswordReset. */
export type RequestPasswordResetPayload = {
  __typename?: 'RequestPasswordResetPayload';
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What having the code mailed again takes. */
export type ResendVerificationInput = {
  /** The account, as register answered it. */
  userId: Scalars['ID']['input'];
};

/** The outcome of resendVerification. */
export type ResendVerificationPayload = {
  __typename?: 'ResendVerificationPayload';
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What setting a new password takes. */
export type ResetPasswordInput = {
  /** The code in the mail; dashes, blanks and case do not matter. */
  code: Scalars['String']['input'];
  /** The address of the account. */
  email: Scalars['String']['input'];
  /** The new password: 10 to 128 characters, none of the commonest ones. */
  newPassword: Scalars['String']['input'];
};

/** The outcome of resetPassword. */
export type ResetPasswordPayload = {
  __typename?: 'ResetPasswordPayload';
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** Which ticket is settled. */
export type ResolveTicketInput = {
  /** Why, where there is more to say than the ticket says: 3 to 500 characters without names or addresses. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Which ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The outcome of resolveTicket. */
export type ResolveTicketPayload = {
  __typename?: 'ResolveTicketPayload';
  /** The ticket as it is now; null when it was refused. */
  ticket?: Maybe<SupportTicket>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** The second factor is missing, wrong, or on already; told after the right password alone. */
export type SecondFactorError = UserError & {
  __typename?: 'SecondFactorError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A sign-in on one device. Only its owner sees it. */
export type Session = {
  __typename?: 'Session';
  /** When the user signed in. */
  createdAt: Scalars['DateTime']['output'];
  /** What the device calls itself, such as Firefox on Linux. */
  device: Scalars['String']['output'];
  /** When it ends, however it is used. */
  expiresAt: Scalars['DateTime']['output'];
  /** The id of the session. */
  id: Scalars['ID']['output'];
  /** True for the session that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** When the session was last refreshed. */
  lastUsedAt: Scalars['DateTime']['output'];
};

/** The session has ended, or there is none: sign in again. */
export type SessionOverError = UserError & {
  __typename?: 'SessionOverError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What a decision on one's data takes. */
export type SetConsentInput = {
  /** True to agree, false to refuse or take back. */
  isGranted: Scalars['Boolean']['input'];
  /** The version of the text the user had before them: 1 to 100 characters. */
  policyVersion: Scalars['String']['input'];
  /** What the data may be used for. */
  purpose: ConsentPurpose;
};

/** The outcome of setConsent. */
export type SetConsentPayload = {
  __typename?: 'SetConsentPayload';
  /** The decision that holds now; null when it was refused. */
  consent?: Maybe<Consent>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What a wish on notifications takes. */
export type SetNotificationPreferenceInput = {
  /** How it is told. */
  channel: NotificationChannel;
  /** Is it told? */
  isEnabled: Scalars['Boolean']['input'];
  /** What it is about. */
  topic: NotificationTopic;
};

/** The outcome of setNotificationPreference. */
export type SetNotificationPreferencePayload = {
  __typename?: 'SetNotificationPreferencePayload';
  /** The wish as it holds now; null when it was refused. */
  notificationPreference?: Maybe<NotificationPreference>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What setting a priority takes. */
export type SetTicketPriorityInput = {
  /** How much it presses from now on. */
  priority: TicketPriority;
  /** Why, where there is more to say than the ticket says: 3 to 500 characters without names or addresses. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Which ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The outcome of setTicketPriority. */
export type SetTicketPriorityPayload = {
  __typename?: 'SetTicketPriorityPayload';
  /** The ticket as it is now; null when it was refused. */
  ticket?: Maybe<SupportTicket>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What signing in takes. */
export type SignInInput = {
  /** The address of the account. */
  email: Scalars['String']['input'];
  /** Its password. */
  password: Scalars['String']['input'];
  /** A code of the authenticator app, or a recovery code, where the account has a second factor. */
  secondFactor?: InputMaybe<Scalars['String']['input']>;
};

/** The outcome of signIn, and of what else hands out tokens. */
export type SignInPayload = {
  __typename?: 'SignInPayload';
  /** A bearer token for the Authorization header; null when it was refused. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** When the access token stops working. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What refreshSession takes to go on from there; keep it as safe as a password. */
  refreshToken?: Maybe<Scalars['String']['output']>;
  /** Who is signed in; null when it was refused. */
  user?: Maybe<User>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** The outcome of signOutEverywhere. */
export type SignOutEverywherePayload = {
  __typename?: 'SignOutEverywherePayload';
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What signing out takes. */
export type SignOutInput = {
  /** The newest refresh token of the session. */
  refreshToken: Scalars['String']['input'];
};

/** The outcome of signing out. */
export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** What beginning with a second factor takes. */
export type StartSecondFactorInput = {
  /** The password of the account. */
  password: Scalars['String']['input'];
};

/** The outcome of startSecondFactor. */
export type StartSecondFactorPayload = {
  __typename?: 'StartSecondFactorPayload';
  /** The secret, for typing it into an authenticator app; null when it was refused. It is shown this once. */
  secret?: Maybe<Scalars['String']['output']>;
  /** The same as an otpauth address, for a QR code. */
  uri?: Maybe<Scalars['String']['output']>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** Somebody asks for help. Seen by them (a guest by the token of the order or cart it began with) and by staff with `ticket:read:any`. */
export type SupportTicket = {
  __typename?: 'SupportTicket';
  /** Who of the staff works on it; null for nobody, and for whoever may not see the account. */
  assignee?: Maybe<User>;
  /** Who asks; null for a guest, and for whoever may not see the account. */
  customer?: Maybe<User>;
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** What was said, oldest first. */
  messages: Array<TicketMessage>;
  /** When it was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** The order it is about, as far as the viewer may see it: whose it is, the order says. */
  order?: Maybe<Order>;
  /** The payment it is about, as far as the viewer may see it. */
  payment?: Maybe<Payment>;
  /** How much it presses. */
  priority: TicketPriority;
  /** When it was resolved; null unless it is. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The return it is about. */
  returnId?: Maybe<Scalars['ID']['output']>;
  /** The clock it is held to. */
  sla: TicketClock;
  /** How far it has come. */
  status: TicketStatus;
  /** What it is about. */
  subject: Scalars['String']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Goes up by one with every change. */
  version: Scalars['Int']['output'];
};


/** Somebody asks for help. Seen by them (a guest by the token of the order or cart it began with) and by staff with `ticket:read:any`. */
export type SupportTicketMessagesArgs = {
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of tickets. */
export type SupportTicketConnection = {
  __typename?: 'SupportTicketConnection';
  /** The tickets with their cursors. */
  edges: Array<SupportTicketEdge>;
  /** The tickets alone. */
  nodes: Array<SupportTicket>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A ticket in a page. */
export type SupportTicketEdge = {
  __typename?: 'SupportTicketEdge';
  /** Where the ticket lies in the queue. */
  cursor: Scalars['String']['output'];
  /** The ticket. */
  node: SupportTicket;
};

/** What suspending somebody takes. */
export type SuspendUserInput = {
  /** Why: 3 to 500 characters without names or addresses. */
  reason: Scalars['String']['input'];
  /** Whom. */
  userId: Scalars['ID']['input'];
};

/** The outcome of suspendUser. */
export type SuspendUserPayload = {
  __typename?: 'SuspendUserPayload';
  /** The account as it is now; null when it was refused. */
  user?: Maybe<User>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** Who wrote a message. */
export type TicketAuthor =
  /** Whoever opened the ticket. */
  | 'CUSTOMER'
  /** The shop's staff, for itself: no customer ever sees it. */
  | 'NOTE'
  /** The shop's staff, to the customer. */
  | 'STAFF';

/** By when a ticket is to be answered and settled. */
export type TicketClock = {
  __typename?: 'TicketClock';
  /** When it did. */
  firstRespondedAt?: Maybe<Scalars['DateTime']['output']>;
  /** By when the staff is to answer first. */
  firstResponseDueAt: Scalars['DateTime']['output'];
  /** Was it answered too late, or settled too late, or is it too late now? */
  isBreached: Scalars['Boolean']['output'];
  /** Does it stand still? */
  isPaused: Scalars['Boolean']['output'];
  /** By when it is to be settled; later by every hour in which it was the customer's turn. */
  resolutionDueAt: Scalars['DateTime']['output'];
};

/** Which tickets of the queue. */
export type TicketFilterInput = {
  /** Assigned to this member of the staff. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** True: past the time by which it was to be settled. */
  isOverdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: assigned to nobody. */
  isUnassigned?: InputMaybe<Scalars['Boolean']['input']>;
  /** About this order. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states; by default OPEN and PENDING_CUSTOMER. */
  statuses?: InputMaybe<Array<TicketStatus>>;
};

/** One message on a ticket. */
export type TicketMessage = {
  __typename?: 'TicketMessage';
  /** Who wrote it. */
  author: TicketAuthor;
  /** What it says. */
  body: Scalars['String']['output'];
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** The globally unique id. */
  id: Scalars['ID']['output'];
};

/** There is no such ticket that the viewer may see. */
export type TicketNotFoundError = UserError & {
  __typename?: 'TicketNotFoundError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** How much a ticket presses. */
export type TicketPriority =
  /** An answer within 4 hours, settled within a day. */
  | 'HIGH'
  /** An answer within a day, settled within a week. */
  | 'LOW'
  /** An answer within 8 hours, settled within 3 days. */
  | 'NORMAL'
  /** An answer within an hour, settled within 8 hours. */
  | 'URGENT';

/** How far a support ticket has come. */
export type TicketStatus =
  /** It stayed resolved for a week; a new matter is a new ticket. */
  | 'CLOSED'
  /** It is the staff's turn. */
  | 'OPEN'
  /** It is the customer's turn; the clock stands still. */
  | 'PENDING_CUSTOMER'
  /** The staff considers it settled; a reply of the customer opens it again, for a week. */
  | 'RESOLVED';

/** This cannot be done with a ticket in this state. */
export type TicketStatusRefusedError = UserError & {
  __typename?: 'TicketStatusRefusedError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The state it is in. */
  status: TicketStatus;
};

/** What changing a profile takes. */
export type UpdateProfileInput = {
  /** The language and region the user reads, a BCP 47 tag. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** The name the user goes by: 1 to 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The number the user is called at, E.164, e.g. +4930123456. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** The outcome of updateProfile. */
export type UpdateProfilePayload = {
  __typename?: 'UpdateProfilePayload';
  /** The user as they are now; null when it was refused. */
  user?: Maybe<User>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};

/** Somebody with an account. Only the user themself sees it, and staff with the scope `user:read:any`. */
export type User = Node & {
  __typename?: 'User';
  /** Where the user has things sent, oldest first; 50 at most. */
  addresses?: Maybe<Array<Address>>;
  /** Every decision of the user on what may be done with their data, newest first; 200 at most. */
  consentHistory?: Maybe<Array<Consent>>;
  /** What the user agreed to or took back last, for each purpose they ever decided on. */
  consents?: Maybe<Array<Consent>>;
  /** When the account was opened. */
  createdAt: Scalars['DateTime']['output'];
  /** The user's requests for a copy of their data or its erasure, newest first; 20 at most. */
  dataRequests?: Maybe<Array<DataRequest>>;
  /** The address the user signs in with, in its normalised form; null for whoever may not see it. */
  email?: Maybe<Scalars['String']['output']>;
  /** When the user proved to own the address; null while it is only claimed. */
  emailVerifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The globally unique id. */
  id: Scalars['ID']['output'];
  /** The language and region the user reads, a BCP 47 tag; null when they never said. */
  locale?: Maybe<Scalars['String']['output']>;
  /** The name the user goes by. */
  name: Scalars['String']['output'];
  /** Who is told what, and how: every topic on every channel. */
  notificationPreferences?: Maybe<Array<NotificationPreference>>;
  /** The number the user is called at, E.164; null when they never said. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Whether its address is proved, and whether it is suspended. */
  status: UserStatus;
  /** The user's support tickets, newest first; 50 at most. */
  tickets?: Maybe<Array<SupportTicket>>;
};

/** Why a mutation did not do what was asked: an expected outcome, not a fault. */
export type UserError = {
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** There is no such account. */
export type UserNotFoundError = UserError & {
  __typename?: 'UserNotFoundError';
  /** A code for programs. */
  code: ErrorCode;
  /** A sentence for people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Where an account stands. */
export type UserStatus =
  /** Its owner has proved the address. */
  | 'ACTIVE'
  /** Nothing of its owner is left; no account that is read has this. */
  | 'ERASED'
  /** Nobody can sign in. */
  | 'SUSPENDED'
  /** Its address is only claimed. */
  | 'UNVERIFIED';

/** What proving an address takes. */
export type VerifyEmailInput = {
  /** The code in the mail; dashes, blanks and case do not matter. */
  code: Scalars['String']['input'];
  /** The account, as register answered it. */
  userId: Scalars['ID']['input'];
};

/** The outcome of verifyEmail. */
export type VerifyEmailPayload = {
  __typename?: 'VerifyEmailPayload';
  /** The account whose address is proved; null when it was refused. */
  user?: Maybe<User>;
  /** Why nothing was done; empty on success. */
  userErrors: Array<UserError>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( UserModel );
  UserError:
    | ( AccountClosedError )
    | ( AccountSuspendedError )
    | ( AddressInvalidError )
    | ( AddressLimitReachedError )
    | ( AddressNotFoundError )
    | ( ConsentMissingError )
    | ( EmailNotVerifiedError )
    | ( EmailTakenError )
    | ( IdempotencyKeyReusedError )
    | ( InvalidCodeError )
    | ( InvalidCredentialsError )
    | ( InvalidInputError )
    | ( NotSupportedError )
    | ( NotificationRequiredError )
    | ( PasswordRefusedError )
    | ( SecondFactorError )
    | ( SessionOverError )
    | ( TicketNotFoundError )
    | ( TicketStatusRefusedError )
    | ( UserNotFoundError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccountClosedError: ResolverTypeWrapper<AccountClosedError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AccountSuspendedError: ResolverTypeWrapper<AccountSuspendedError>;
  AddAddressInput: AddAddressInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AddAddressPayload: ResolverTypeWrapper<Omit<AddAddressPayload, 'address' | 'userErrors'> & { address?: Maybe<ResolversTypes['Address']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AddTicketNoteInput: AddTicketNoteInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddTicketNotePayload: ResolverTypeWrapper<Omit<AddTicketNotePayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversTypes['SupportTicket']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Address: ResolverTypeWrapper<SavedAddressModel>;
  AddressField: AddressField;
  AddressFormat: ResolverTypeWrapper<AddressFormat>;
  AddressInvalidError: ResolverTypeWrapper<AddressInvalidError>;
  AddressLimitReachedError: ResolverTypeWrapper<AddressLimitReachedError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AddressNotFoundError: ResolverTypeWrapper<AddressNotFoundError>;
  AddressRegion: ResolverTypeWrapper<AddressRegion>;
  AssignTicketInput: AssignTicketInput;
  AssignTicketPayload: ResolverTypeWrapper<Omit<AssignTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversTypes['SupportTicket']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  ChangeAddressInput: ChangeAddressInput;
  ChangeAddressPayload: ResolverTypeWrapper<Omit<ChangeAddressPayload, 'address' | 'userErrors'> & { address?: Maybe<ResolversTypes['Address']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ResolverTypeWrapper<Omit<ChangePasswordPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ConfirmSecondFactorInput: ConfirmSecondFactorInput;
  ConfirmSecondFactorPayload: ResolverTypeWrapper<Omit<ConfirmSecondFactorPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  Consent: ResolverTypeWrapper<Consent>;
  ConsentMissingError: ResolverTypeWrapper<ConsentMissingError>;
  ConsentPurpose: ConsentPurpose;
  DataExportFile: ResolverTypeWrapper<DataExportFile>;
  DataReceipt: ResolverTypeWrapper<DataReceipt>;
  DataRequest: ResolverTypeWrapper<DataRequestModel>;
  DataRequestKind: DataRequestKind;
  DataRequestStatus: DataRequestStatus;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailNotVerifiedError: ResolverTypeWrapper<EmailNotVerifiedError>;
  EmailTakenError: ResolverTypeWrapper<EmailTakenError>;
  EndSessionInput: EndSessionInput;
  EndSessionPayload: ResolverTypeWrapper<Omit<EndSessionPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ErrorCode: ErrorCode;
  IdempotencyKeyReusedError: ResolverTypeWrapper<IdempotencyKeyReusedError>;
  InvalidCodeError: ResolverTypeWrapper<InvalidCodeError>;
  InvalidCredentialsError: ResolverTypeWrapper<InvalidCredentialsError>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotSupportedError: ResolverTypeWrapper<NotSupportedError>;
  NotificationChannel: NotificationChannel;
  NotificationPreference: ResolverTypeWrapper<NotificationPreference>;
  NotificationRequiredError: ResolverTypeWrapper<NotificationRequiredError>;
  NotificationTopic: NotificationTopic;
  OpenTicketInput: OpenTicketInput;
  OpenTicketPayload: ResolverTypeWrapper<Omit<OpenTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversTypes['SupportTicket']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Order: ResolverTypeWrapper<Order>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PasswordRefusedError: ResolverTypeWrapper<PasswordRefusedError>;
  Payment: ResolverTypeWrapper<Payment>;
  PostalAddressInput: PostalAddressInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: ResolverTypeWrapper<Omit<RefreshSessionPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RegisterInput: RegisterInput;
  RegisterPayload: ResolverTypeWrapper<Omit<RegisterPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReinstateUserInput: ReinstateUserInput;
  ReinstateUserPayload: ResolverTypeWrapper<Omit<ReinstateUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RemoveAddressInput: RemoveAddressInput;
  RemoveAddressPayload: ResolverTypeWrapper<Omit<RemoveAddressPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  RemoveSecondFactorInput: RemoveSecondFactorInput;
  RemoveSecondFactorPayload: ResolverTypeWrapper<Omit<RemoveSecondFactorPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ReopenTicketInput: ReopenTicketInput;
  ReopenTicketPayload: ResolverTypeWrapper<Omit<ReopenTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversTypes['SupportTicket']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReplyToTicketInput: ReplyToTicketInput;
  ReplyToTicketPayload: ResolverTypeWrapper<Omit<ReplyToTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversTypes['SupportTicket']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RequestDataExportPayload: ResolverTypeWrapper<Omit<RequestDataExportPayload, 'dataRequest' | 'userErrors'> & { dataRequest?: Maybe<ResolversTypes['DataRequest']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RequestErasureInput: RequestErasureInput;
  RequestErasurePayload: ResolverTypeWrapper<Omit<RequestErasurePayload, 'dataRequest' | 'userErrors'> & { dataRequest?: Maybe<ResolversTypes['DataRequest']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: ResolverTypeWrapper<Omit<RequestPasswordResetPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ResendVerificationInput: ResendVerificationInput;
  ResendVerificationPayload: ResolverTypeWrapper<Omit<ResendVerificationPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResolverTypeWrapper<Omit<ResetPasswordPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ResolveTicketInput: ResolveTicketInput;
  ResolveTicketPayload: ResolverTypeWrapper<Omit<ResolveTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversTypes['SupportTicket']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SecondFactorError: ResolverTypeWrapper<SecondFactorError>;
  Session: ResolverTypeWrapper<SessionModel>;
  SessionOverError: ResolverTypeWrapper<SessionOverError>;
  SetConsentInput: SetConsentInput;
  SetConsentPayload: ResolverTypeWrapper<Omit<SetConsentPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  SetNotificationPreferenceInput: SetNotificationPreferenceInput;
  SetNotificationPreferencePayload: ResolverTypeWrapper<Omit<SetNotificationPreferencePayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  SetTicketPriorityInput: SetTicketPriorityInput;
  SetTicketPriorityPayload: ResolverTypeWrapper<Omit<SetTicketPriorityPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversTypes['SupportTicket']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SignInInput: SignInInput;
  SignInPayload: ResolverTypeWrapper<Omit<SignInPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SignOutEverywherePayload: ResolverTypeWrapper<Omit<SignOutEverywherePayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  SignOutInput: SignOutInput;
  SignOutPayload: ResolverTypeWrapper<Omit<SignOutPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  StartSecondFactorInput: StartSecondFactorInput;
  StartSecondFactorPayload: ResolverTypeWrapper<Omit<StartSecondFactorPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  SupportTicket: ResolverTypeWrapper<TicketModel>;
  SupportTicketConnection: ResolverTypeWrapper<TicketPageModel>;
  SupportTicketEdge: ResolverTypeWrapper<Omit<SupportTicketEdge, 'node'> & { node: ResolversTypes['SupportTicket'] }>;
  SuspendUserInput: SuspendUserInput;
  SuspendUserPayload: ResolverTypeWrapper<Omit<SuspendUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  TicketAuthor: TicketAuthor;
  TicketClock: ResolverTypeWrapper<TicketClock>;
  TicketFilterInput: TicketFilterInput;
  TicketMessage: ResolverTypeWrapper<TicketMessage>;
  TicketNotFoundError: ResolverTypeWrapper<TicketNotFoundError>;
  TicketPriority: TicketPriority;
  TicketStatus: TicketStatus;
  TicketStatusRefusedError: ResolverTypeWrapper<TicketStatusRefusedError>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  User: ResolverTypeWrapper<UserModel>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserNotFoundError: ResolverTypeWrapper<UserNotFoundError>;
  UserStatus: UserStatus;
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailPayload: ResolverTypeWrapper<Omit<VerifyEmailPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccountClosedError: AccountClosedError;
  String: Scalars['String']['output'];
  AccountSuspendedError: AccountSuspendedError;
  AddAddressInput: AddAddressInput;
  Boolean: Scalars['Boolean']['output'];
  AddAddressPayload: Omit<AddAddressPayload, 'address' | 'userErrors'> & { address?: Maybe<ResolversParentTypes['Address']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AddTicketNoteInput: AddTicketNoteInput;
  ID: Scalars['ID']['output'];
  AddTicketNotePayload: Omit<AddTicketNotePayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversParentTypes['SupportTicket']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Address: SavedAddressModel;
  AddressFormat: AddressFormat;
  AddressInvalidError: AddressInvalidError;
  AddressLimitReachedError: AddressLimitReachedError;
  Int: Scalars['Int']['output'];
  AddressNotFoundError: AddressNotFoundError;
  AddressRegion: AddressRegion;
  AssignTicketInput: AssignTicketInput;
  AssignTicketPayload: Omit<AssignTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversParentTypes['SupportTicket']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AuditEntry: AuditEntry;
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  ChangeAddressInput: ChangeAddressInput;
  ChangeAddressPayload: Omit<ChangeAddressPayload, 'address' | 'userErrors'> & { address?: Maybe<ResolversParentTypes['Address']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: Omit<ChangePasswordPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ConfirmSecondFactorInput: ConfirmSecondFactorInput;
  ConfirmSecondFactorPayload: Omit<ConfirmSecondFactorPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Consent: Consent;
  ConsentMissingError: ConsentMissingError;
  DataExportFile: DataExportFile;
  DataReceipt: DataReceipt;
  DataRequest: DataRequestModel;
  DateTime: Scalars['DateTime']['output'];
  EmailNotVerifiedError: EmailNotVerifiedError;
  EmailTakenError: EmailTakenError;
  EndSessionInput: EndSessionInput;
  EndSessionPayload: Omit<EndSessionPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  IdempotencyKeyReusedError: IdempotencyKeyReusedError;
  InvalidCodeError: InvalidCodeError;
  InvalidCredentialsError: InvalidCredentialsError;
  InvalidInputError: InvalidInputError;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotSupportedError: NotSupportedError;
  NotificationPreference: NotificationPreference;
  NotificationRequiredError: NotificationRequiredError;
  OpenTicketInput: OpenTicketInput;
  OpenTicketPayload: Omit<OpenTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversParentTypes['SupportTicket']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Order: Order;
  PageInfo: PageInfo;
  PasswordRefusedError: PasswordRefusedError;
  Payment: Payment;
  PostalAddressInput: PostalAddressInput;
  Query: Record<PropertyKey, never>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: Omit<RefreshSessionPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RegisterInput: RegisterInput;
  RegisterPayload: Omit<RegisterPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReinstateUserInput: ReinstateUserInput;
  ReinstateUserPayload: Omit<ReinstateUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RemoveAddressInput: RemoveAddressInput;
  RemoveAddressPayload: Omit<RemoveAddressPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  RemoveSecondFactorInput: RemoveSecondFactorInput;
  RemoveSecondFactorPayload: Omit<RemoveSecondFactorPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ReopenTicketInput: ReopenTicketInput;
  ReopenTicketPayload: Omit<ReopenTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversParentTypes['SupportTicket']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReplyToTicketInput: ReplyToTicketInput;
  ReplyToTicketPayload: Omit<ReplyToTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversParentTypes['SupportTicket']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RequestDataExportPayload: Omit<RequestDataExportPayload, 'dataRequest' | 'userErrors'> & { dataRequest?: Maybe<ResolversParentTypes['DataRequest']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RequestErasureInput: RequestErasureInput;
  RequestErasurePayload: Omit<RequestErasurePayload, 'dataRequest' | 'userErrors'> & { dataRequest?: Maybe<ResolversParentTypes['DataRequest']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: Omit<RequestPasswordResetPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ResendVerificationInput: ResendVerificationInput;
  ResendVerificationPayload: Omit<ResendVerificationPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: Omit<ResetPasswordPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ResolveTicketInput: ResolveTicketInput;
  ResolveTicketPayload: Omit<ResolveTicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversParentTypes['SupportTicket']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SecondFactorError: SecondFactorError;
  Session: SessionModel;
  SessionOverError: SessionOverError;
  SetConsentInput: SetConsentInput;
  SetConsentPayload: Omit<SetConsentPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  SetNotificationPreferenceInput: SetNotificationPreferenceInput;
  SetNotificationPreferencePayload: Omit<SetNotificationPreferencePayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  SetTicketPriorityInput: SetTicketPriorityInput;
  SetTicketPriorityPayload: Omit<SetTicketPriorityPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversParentTypes['SupportTicket']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SignInInput: SignInInput;
  SignInPayload: Omit<SignInPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SignOutEverywherePayload: Omit<SignOutEverywherePayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  SignOutInput: SignOutInput;
  SignOutPayload: Omit<SignOutPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  StartSecondFactorInput: StartSecondFactorInput;
  StartSecondFactorPayload: Omit<StartSecondFactorPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  SupportTicket: TicketModel;
  SupportTicketConnection: TicketPageModel;
  SupportTicketEdge: Omit<SupportTicketEdge, 'node'> & { node: ResolversParentTypes['SupportTicket'] };
  SuspendUserInput: SuspendUserInput;
  SuspendUserPayload: Omit<SuspendUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  TicketClock: TicketClock;
  TicketFilterInput: TicketFilterInput;
  TicketMessage: TicketMessage;
  TicketNotFoundError: TicketNotFoundError;
  TicketStatusRefusedError: TicketStatusRefusedError;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  User: UserModel;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  UserNotFoundError: UserNotFoundError;
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailPayload: Omit<VerifyEmailPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
};

export type AdmitsDirectiveArgs = { };

export type AdmitsDirectiveResolver<Result, Parent, ContextType = Context, Args = AdmitsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountClosedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountClosedError'] = ResolversParentTypes['AccountClosedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountSuspendedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountSuspendedError'] = ResolversParentTypes['AccountSuspendedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddAddressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddAddressPayload'] = ResolversParentTypes['AddAddressPayload']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddTicketNotePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddTicketNotePayload'] = ResolversParentTypes['AddTicketNotePayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['SupportTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  countryCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dependentLocality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBillingDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isShippingDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  locality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sortingCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AddressFormatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressFormat'] = ResolversParentTypes['AddressFormat']> = {
  countryCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['AddressField']>, ParentType, ContextType>;
  postalCodeExample?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regions?: Resolver<Array<ResolversTypes['AddressRegion']>, ParentType, ContextType>;
  required?: Resolver<Array<ResolversTypes['AddressField']>, ParentType, ContextType>;
};

export type AddressInvalidErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressInvalidError'] = ResolversParentTypes['AddressInvalidError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  expected?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['AddressField'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddressLimitReachedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressLimitReachedError'] = ResolversParentTypes['AddressLimitReachedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddressNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressNotFoundError'] = ResolversParentTypes['AddressNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddressRegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddressRegion'] = ResolversParentTypes['AddressRegion']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  latinName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AssignTicketPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignTicketPayload'] = ResolversParentTypes['AssignTicketPayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['SupportTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type ChangeAddressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeAddressPayload'] = ResolversParentTypes['ChangeAddressPayload']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConfirmSecondFactorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmSecondFactorPayload'] = ResolversParentTypes['ConfirmSecondFactorPayload']> = {
  recoveryCodes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isGranted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ConsentPurpose'], ParentType, ContextType>;
};

export type ConsentMissingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentMissingError'] = ResolversParentTypes['ConsentMissingError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ConsentPurpose'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataExportFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExportFile'] = ResolversParentTypes['DataExportFile']> = {
  byteLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DataReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataReceipt'] = ResolversParentTypes['DataReceipt']> = {
  receivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recordCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subgraph?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DataRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataRequest'] = ResolversParentTypes['DataRequest']> = {
  deadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['DataExportFile']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DataRequestKind'], ParentType, ContextType>;
  receipts?: Resolver<Array<ResolversTypes['DataReceipt']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DataRequestStatus'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EmailNotVerifiedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailNotVerifiedError'] = ResolversParentTypes['EmailNotVerifiedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmailTakenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTakenError'] = ResolversParentTypes['EmailTakenError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EndSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndSessionPayload'] = ResolversParentTypes['EndSessionPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IdempotencyKeyReusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyKeyReusedError'] = ResolversParentTypes['IdempotencyKeyReusedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidCodeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidCodeError'] = ResolversParentTypes['InvalidCodeError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidCredentialsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidCredentialsError'] = ResolversParentTypes['InvalidCredentialsError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addAddress?: Resolver<ResolversTypes['AddAddressPayload'], ParentType, ContextType, RequireFields<MutationAddAddressArgs, 'input'>>;
  addTicketNote?: Resolver<ResolversTypes['AddTicketNotePayload'], ParentType, ContextType, RequireFields<MutationAddTicketNoteArgs, 'input'>>;
  assignTicket?: Resolver<ResolversTypes['AssignTicketPayload'], ParentType, ContextType, RequireFields<MutationAssignTicketArgs, 'input'>>;
  changeAddress?: Resolver<ResolversTypes['ChangeAddressPayload'], ParentType, ContextType, RequireFields<MutationChangeAddressArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  confirmSecondFactor?: Resolver<ResolversTypes['ConfirmSecondFactorPayload'], ParentType, ContextType, RequireFields<MutationConfirmSecondFactorArgs, 'input'>>;
  endSession?: Resolver<ResolversTypes['EndSessionPayload'], ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'input'>>;
  openTicket?: Resolver<ResolversTypes['OpenTicketPayload'], ParentType, ContextType, RequireFields<MutationOpenTicketArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  register?: Resolver<ResolversTypes['RegisterPayload'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  reinstateUser?: Resolver<ResolversTypes['ReinstateUserPayload'], ParentType, ContextType, RequireFields<MutationReinstateUserArgs, 'input'>>;
  removeAddress?: Resolver<ResolversTypes['RemoveAddressPayload'], ParentType, ContextType, RequireFields<MutationRemoveAddressArgs, 'input'>>;
  removeSecondFactor?: Resolver<ResolversTypes['RemoveSecondFactorPayload'], ParentType, ContextType, RequireFields<MutationRemoveSecondFactorArgs, 'input'>>;
  reopenTicket?: Resolver<ResolversTypes['ReopenTicketPayload'], ParentType, ContextType, RequireFields<MutationReopenTicketArgs, 'input'>>;
  replyToTicket?: Resolver<ResolversTypes['ReplyToTicketPayload'], ParentType, ContextType, RequireFields<MutationReplyToTicketArgs, 'input'>>;
  requestDataExport?: Resolver<ResolversTypes['RequestDataExportPayload'], ParentType, ContextType>;
  requestErasure?: Resolver<ResolversTypes['RequestErasurePayload'], ParentType, ContextType, RequireFields<MutationRequestErasureArgs, 'input'>>;
  requestPasswordReset?: Resolver<ResolversTypes['RequestPasswordResetPayload'], ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'input'>>;
  resendVerification?: Resolver<ResolversTypes['ResendVerificationPayload'], ParentType, ContextType, RequireFields<MutationResendVerificationArgs, 'input'>>;
  resetPassword?: Resolver<ResolversTypes['ResetPasswordPayload'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  resolveTicket?: Resolver<ResolversTypes['ResolveTicketPayload'], ParentType, ContextType, RequireFields<MutationResolveTicketArgs, 'input'>>;
  setConsent?: Resolver<ResolversTypes['SetConsentPayload'], ParentType, ContextType, RequireFields<MutationSetConsentArgs, 'input'>>;
  setNotificationPreference?: Resolver<ResolversTypes['SetNotificationPreferencePayload'], ParentType, ContextType, RequireFields<MutationSetNotificationPreferenceArgs, 'input'>>;
  setTicketPriority?: Resolver<ResolversTypes['SetTicketPriorityPayload'], ParentType, ContextType, RequireFields<MutationSetTicketPriorityArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType, RequireFields<MutationSignOutArgs, 'input'>>;
  signOutEverywhere?: Resolver<ResolversTypes['SignOutEverywherePayload'], ParentType, ContextType>;
  startSecondFactor?: Resolver<ResolversTypes['StartSecondFactorPayload'], ParentType, ContextType, RequireFields<MutationStartSecondFactorArgs, 'input'>>;
  suspendUser?: Resolver<ResolversTypes['SuspendUserPayload'], ParentType, ContextType, RequireFields<MutationSuspendUserArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  verifyEmail?: Resolver<ResolversTypes['VerifyEmailPayload'], ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'User', ParentType, ContextType>;
};

export type NotSupportedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotSupportedError'] = ResolversParentTypes['NotSupportedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationPreferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationPreference'] = ResolversParentTypes['NotificationPreference']> = {
  channel?: Resolver<ResolversTypes['NotificationChannel'], ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isOptional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['NotificationTopic'], ParentType, ContextType>;
};

export type NotificationRequiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationRequiredError'] = ResolversParentTypes['NotificationRequiredError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenTicketPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenTicketPayload'] = ResolversParentTypes['OpenTicketPayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['SupportTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasswordRefusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PasswordRefusedError'] = ResolversParentTypes['PasswordRefusedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  maximumLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minimumLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  addressFormat?: Resolver<Maybe<ResolversTypes['AddressFormat']>, ParentType, ContextType, RequireFields<QueryAddressFormatArgs, 'countryCode'>>;
  dataRequest?: Resolver<Maybe<ResolversTypes['DataRequest']>, ParentType, ContextType, RequireFields<QueryDataRequestArgs, 'id'>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  mySessions?: Resolver<Maybe<Array<ResolversTypes['Session']>>, ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['SupportTicket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'id'>>;
  tickets?: Resolver<Maybe<ResolversTypes['SupportTicketConnection']>, ParentType, ContextType, Partial<QueryTicketsArgs>>;
  userAuditEntries?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QueryUserAuditEntriesArgs>>;
};

export type RefreshSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionPayload'] = ResolversParentTypes['RefreshSessionPayload']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPayload'] = ResolversParentTypes['RegisterPayload']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReinstateUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReinstateUserPayload'] = ResolversParentTypes['ReinstateUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveAddressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveAddressPayload'] = ResolversParentTypes['RemoveAddressPayload']> = {
  removedAddressId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveSecondFactorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveSecondFactorPayload'] = ResolversParentTypes['RemoveSecondFactorPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReopenTicketPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReopenTicketPayload'] = ResolversParentTypes['ReopenTicketPayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['SupportTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplyToTicketPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplyToTicketPayload'] = ResolversParentTypes['ReplyToTicketPayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['SupportTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestDataExportPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestDataExportPayload'] = ResolversParentTypes['RequestDataExportPayload']> = {
  dataRequest?: Resolver<Maybe<ResolversTypes['DataRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestErasurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestErasurePayload'] = ResolversParentTypes['RequestErasurePayload']> = {
  dataRequest?: Resolver<Maybe<ResolversTypes['DataRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestPasswordResetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPasswordResetPayload'] = ResolversParentTypes['RequestPasswordResetPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResendVerificationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendVerificationPayload'] = ResolversParentTypes['ResendVerificationPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResolveTicketPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveTicketPayload'] = ResolversParentTypes['ResolveTicketPayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['SupportTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SecondFactorErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecondFactorError'] = ResolversParentTypes['SecondFactorError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  device?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SessionOverErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionOverError'] = ResolversParentTypes['SessionOverError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetConsentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetConsentPayload'] = ResolversParentTypes['SetConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetNotificationPreferencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetNotificationPreferencePayload'] = ResolversParentTypes['SetNotificationPreferencePayload']> = {
  notificationPreference?: Resolver<Maybe<ResolversTypes['NotificationPreference']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetTicketPriorityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetTicketPriorityPayload'] = ResolversParentTypes['SetTicketPriorityPayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['SupportTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SignInPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInPayload'] = ResolversParentTypes['SignInPayload']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SignOutEverywherePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutEverywherePayload'] = ResolversParentTypes['SignOutEverywherePayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StartSecondFactorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartSecondFactorPayload'] = ResolversParentTypes['StartSecondFactorPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SupportTicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupportTicket'] = ResolversParentTypes['SupportTicket']> = {
  assignee?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['TicketMessage']>, ParentType, ContextType, RequireFields<SupportTicketMessagesArgs, 'last'>>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['TicketPriority'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  returnId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sla?: Resolver<ResolversTypes['TicketClock'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SupportTicketConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupportTicketConnection'] = ResolversParentTypes['SupportTicketConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SupportTicketEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SupportTicket']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SupportTicketEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupportTicketEdge'] = ResolversParentTypes['SupportTicketEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SupportTicket'], ParentType, ContextType>;
};

export type SuspendUserPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuspendUserPayload'] = ResolversParentTypes['SuspendUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TicketClockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketClock'] = ResolversParentTypes['TicketClock']> = {
  firstRespondedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstResponseDueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isBreached?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPaused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  resolutionDueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TicketMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketMessage'] = ResolversParentTypes['TicketMessage']> = {
  author?: Resolver<ResolversTypes['TicketAuthor'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TicketNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketNotFoundError'] = ResolversParentTypes['TicketNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketStatusRefusedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketStatusRefusedError'] = ResolversParentTypes['TicketStatusRefusedError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  addresses?: Resolver<Maybe<Array<ResolversTypes['Address']>>, ParentType, ContextType>;
  consentHistory?: Resolver<Maybe<Array<ResolversTypes['Consent']>>, ParentType, ContextType>;
  consents?: Resolver<Maybe<Array<ResolversTypes['Consent']>>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dataRequests?: Resolver<Maybe<Array<ResolversTypes['DataRequest']>>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailVerifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notificationPreferences?: Resolver<Maybe<Array<ResolversTypes['NotificationPreference']>>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['UserStatus'], ParentType, ContextType>;
  tickets?: Resolver<Maybe<Array<ResolversTypes['SupportTicket']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'AccountClosedError' | 'AccountSuspendedError' | 'AddressInvalidError' | 'AddressLimitReachedError' | 'AddressNotFoundError' | 'ConsentMissingError' | 'EmailNotVerifiedError' | 'EmailTakenError' | 'IdempotencyKeyReusedError' | 'InvalidCodeError' | 'InvalidCredentialsError' | 'InvalidInputError' | 'NotSupportedError' | 'NotificationRequiredError' | 'PasswordRefusedError' | 'SecondFactorError' | 'SessionOverError' | 'TicketNotFoundError' | 'TicketStatusRefusedError' | 'UserNotFoundError', ParentType, ContextType>;
};

export type UserNotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserNotFoundError'] = ResolversParentTypes['UserNotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VerifyEmailPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyEmailPayload'] = ResolversParentTypes['VerifyEmailPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccountClosedError?: AccountClosedErrorResolvers<ContextType>;
  AccountSuspendedError?: AccountSuspendedErrorResolvers<ContextType>;
  AddAddressPayload?: AddAddressPayloadResolvers<ContextType>;
  AddTicketNotePayload?: AddTicketNotePayloadResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  AddressFormat?: AddressFormatResolvers<ContextType>;
  AddressInvalidError?: AddressInvalidErrorResolvers<ContextType>;
  AddressLimitReachedError?: AddressLimitReachedErrorResolvers<ContextType>;
  AddressNotFoundError?: AddressNotFoundErrorResolvers<ContextType>;
  AddressRegion?: AddressRegionResolvers<ContextType>;
  AssignTicketPayload?: AssignTicketPayloadResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  ChangeAddressPayload?: ChangeAddressPayloadResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  ConfirmSecondFactorPayload?: ConfirmSecondFactorPayloadResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentMissingError?: ConsentMissingErrorResolvers<ContextType>;
  DataExportFile?: DataExportFileResolvers<ContextType>;
  DataReceipt?: DataReceiptResolvers<ContextType>;
  DataRequest?: DataRequestResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EmailNotVerifiedError?: EmailNotVerifiedErrorResolvers<ContextType>;
  EmailTakenError?: EmailTakenErrorResolvers<ContextType>;
  EndSessionPayload?: EndSessionPayloadResolvers<ContextType>;
  IdempotencyKeyReusedError?: IdempotencyKeyReusedErrorResolvers<ContextType>;
  InvalidCodeError?: InvalidCodeErrorResolvers<ContextType>;
  InvalidCredentialsError?: InvalidCredentialsErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotSupportedError?: NotSupportedErrorResolvers<ContextType>;
  NotificationPreference?: NotificationPreferenceResolvers<ContextType>;
  NotificationRequiredError?: NotificationRequiredErrorResolvers<ContextType>;
  OpenTicketPayload?: OpenTicketPayloadResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PasswordRefusedError?: PasswordRefusedErrorResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefreshSessionPayload?: RefreshSessionPayloadResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  ReinstateUserPayload?: ReinstateUserPayloadResolvers<ContextType>;
  RemoveAddressPayload?: RemoveAddressPayloadResolvers<ContextType>;
  RemoveSecondFactorPayload?: RemoveSecondFactorPayloadResolvers<ContextType>;
  ReopenTicketPayload?: ReopenTicketPayloadResolvers<ContextType>;
  ReplyToTicketPayload?: ReplyToTicketPayloadResolvers<ContextType>;
  RequestDataExportPayload?: RequestDataExportPayloadResolvers<ContextType>;
  RequestErasurePayload?: RequestErasurePayloadResolvers<ContextType>;
  RequestPasswordResetPayload?: RequestPasswordResetPayloadResolvers<ContextType>;
  ResendVerificationPayload?: ResendVerificationPayloadResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  ResolveTicketPayload?: ResolveTicketPayloadResolvers<ContextType>;
  SecondFactorError?: SecondFactorErrorResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionOverError?: SessionOverErrorResolvers<ContextType>;
  SetConsentPayload?: SetConsentPayloadResolvers<ContextType>;
  SetNotificationPreferencePayload?: SetNotificationPreferencePayloadResolvers<ContextType>;
  SetTicketPriorityPayload?: SetTicketPriorityPayloadResolvers<ContextType>;
  SignInPayload?: SignInPayloadResolvers<ContextType>;
  SignOutEverywherePayload?: SignOutEverywherePayloadResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  StartSecondFactorPayload?: StartSecondFactorPayloadResolvers<ContextType>;
  SupportTicket?: SupportTicketResolvers<ContextType>;
  SupportTicketConnection?: SupportTicketConnectionResolvers<ContextType>;
  SupportTicketEdge?: SupportTicketEdgeResolvers<ContextType>;
  SuspendUserPayload?: SuspendUserPayloadResolvers<ContextType>;
  TicketClock?: TicketClockResolvers<ContextType>;
  TicketMessage?: TicketMessageResolvers<ContextType>;
  TicketNotFoundError?: TicketNotFoundErrorResolvers<ContextType>;
  TicketStatusRefusedError?: TicketStatusRefusedErrorResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserNotFoundError?: UserNotFoundErrorResolvers<ContextType>;
  VerifyEmailPayload?: VerifyEmailPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  admits?: AdmitsDirectiveResolver<any, any, ContextType>;
};
