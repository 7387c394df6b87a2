import { kindsOfViewer, type ViewerKind } from './viewer-kinds.ts';

const people = [
  'owner',
  'otherCustomer',
  'SUPPORT',
  'MERCHANDISER',
  'FINANCE',
  'ADMIN',
] as const satisfies readonly ViewerKind[];

/**
 * Who may call which mutation on a thing: one line a mutation. `owner` and `guest` act on what is theirs, everybody else on
 * what is the owner's.
 */
export const expectedMutations: Readonly<Record<string, readonly ViewerKind[]>> = {
  publishProduct: ['MERCHANDISER', 'ADMIN'],
  archiveProduct: ['MERCHANDISER', 'ADMIN'],
  changePrice: ['MERCHANDISER', 'ADMIN'],
  createCart: kindsOfViewer,
  addCartLine: ['guest', 'owner'],
  changeCartLine: ['guest', 'owner'],
  removeCartLine: ['guest', 'owner'],
  checkout: ['guest', 'owner'],
  cancelOrder: ['guest', 'owner', 'SUPPORT', 'ADMIN'],
  revokeGuestAccess: ['SUPPORT', 'ADMIN'],
  refundPayment: ['FINANCE', 'ADMIN'],
  register: kindsOfViewer,
  signIn: kindsOfViewer,
  // for whoever is not signed in, or has lost what it takes to be
  verifyEmail: kindsOfViewer,
  resendVerification: kindsOfViewer,
  refreshSession: kindsOfViewer,
  signOut: kindsOfViewer,
  requestPasswordReset: kindsOfViewer,
  resetPassword: kindsOfViewer,
  // everybody who is signed in, of their own account
  signOutEverywhere: people,
  endSession: people,
  changePassword: people,
  startSecondFactor: people,
  confirmSecondFactor: people,
  removeSecondFactor: people,
  // a person's own data: everybody who is signed in changes their own, nobody another's
  updateProfile: people,
  addAddress: people,
  changeAddress: ['owner'],
  removeAddress: ['owner'],
  setConsent: people,
  setNotificationPreference: people,
  requestDataExport: people,
  requestErasure: people,
  // whom the shop keeps out
  suspendUser: ['ADMIN'],
  reinstateUser: ['ADMIN'],
  // a ticket: its customer writes on it, the staff works it
  openTicket: ['guest', 'otherGuest', ...people],
  replyToTicket: ['guest', 'owner', 'SUPPORT', 'ADMIN'],
  addTicketNote: ['SUPPORT', 'ADMIN'],
  assignTicket: ['SUPPORT', 'ADMIN'],
  setTicketPriority: ['SUPPORT', 'ADMIN'],
  resolveTicket: ['SUPPORT', 'ADMIN'],
  reopenTicket: ['SUPPORT', 'ADMIN'],
};
