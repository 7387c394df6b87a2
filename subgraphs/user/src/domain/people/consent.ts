/** What a person's data may be used for. */
const consentPurposes = ['TERMS', 'MARKETING', 'ANALYTICS', 'PERSONALIZATION'] as const;

export type ConsentPurpose = (typeof consentPurposes)[number];

/** One decision; the newest of a purpose holds. Never having decided is no consent. */
export type Consent = {
  readonly purpose: ConsentPurpose;
  readonly isGranted: boolean;
  readonly policyVersion: string;
  readonly decidedAt: Date;
};
