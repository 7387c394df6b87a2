/** What a test token makes the provider do. */
export type TokenBehaviour = {
  readonly authorize:
    | { readonly status: 'authorized' | 'requires_action' }
    | { readonly status: 'declined'; readonly reason: string };
  /** The fault of the first answer to an authorisation: before anything is charged, or after. */
  readonly firstAnswer?: 'error_before_charge' | 'silence_after_charge';
  readonly isCaptureRefused?: true;
};

const authorized = { status: 'authorized' } as const;

/** The payment methods of the sandbox. A token that is not here is no payment method. */
const behaviours: Readonly<Record<string, TokenBehaviour>> = {
  tok_approve: { authorize: authorized },
  tok_decline: { authorize: { status: 'declined', reason: 'card_declined' } },
  tok_insufficient_funds: { authorize: { status: 'declined', reason: 'insufficient_funds' } },
  tok_timeout_after_charge: { authorize: authorized, firstAnswer: 'silence_after_charge' },
  tok_error_before_charge: { authorize: authorized, firstAnswer: 'error_before_charge' },
  tok_capture_fails: { authorize: authorized, isCaptureRefused: true },
  tok_3ds: { authorize: { status: 'requires_action' } },
};

/** The behaviour of a token, or undefined when there is no such payment method. */
export const behaviourOf = (token: string): TokenBehaviour | undefined =>
  Object.hasOwn(behaviours, token) ? behaviours[token] : undefined;
