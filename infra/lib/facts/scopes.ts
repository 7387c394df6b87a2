/** The roles of the platform, as groups: they are put into the token. */
export const roles = {
  CUSTOMER: 'Buys.',
  SUPPORT: 'Answers customers.',
  MERCHANDISER: 'Looks after the catalogue.',
  FINANCE: 'Looks after payments and refunds.',
  ADMIN: 'May do everything that a person may.',
} as const;

/** What a machine may be allowed to do. A test holds these against the table of the packages that enforce them. */
export const scopes: Readonly<Record<string, string>> = {
  'product:read:any': 'Reads drafts and the numbers behind the stock.',
  'product:write': 'Publishes and archives products and changes their prices.',
  'order:read:any': "Reads every customer's orders.",
  'order:write:any': "Cancels every customer's orders and revokes guests' access, with a reason.",
  'payment:read:any': "Reads every customer's payments.",
  'payment:refund': 'Gives money back, with a reason.',
  'user:read:any': 'Reads every account.',
  'user:write': 'Suspends and reinstates accounts, with a reason.',
  'ticket:read:any': "Reads every support ticket, the staff's notes on it too.",
  'ticket:write:any': 'Answers, assigns, resolves and reopens support tickets.',
  'audit:read': 'Reads who of the staff did what for whom, and why.',
  'personal-data:read': "Gathers the parts of a person's own export; only for machines.",
  'guest-access:read': 'Reads which guest tokens are revoked; only for the gateway.',
};
