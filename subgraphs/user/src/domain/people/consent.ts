/** What a person's data may be used for. */
export const consentPurposes = ['TERMS', 'MARKETING', 'ANALYTICS', 'PERSONALIZATION'] as const;

export type ConsentPurpose = (typeof consentPurposes)[number];

/** So many of a person's decisions are shown; all of them are kept. */
export const shownDecisions = 200;

/** One decision; the newest of a purpose holds. Never having decided is no consent. */
export type Consent = {
  readonly purpose: ConsentPurpose;
  readonly isGranted: boolean;
  readonly policyVersion: string;
  readonly decidedAt: Date;
};
