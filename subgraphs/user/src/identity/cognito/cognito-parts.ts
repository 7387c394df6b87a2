import {
  type CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
} from '@aws-sdk/client-cognito-identity-provider';

export type CognitoParts = {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  readonly clientId: string;
};

/** The answer; null when Cognito refused for one of these reasons. Any other fault is thrown. */
export const unlessRefused = async <Answer>(answer: Promise<Answer>, ...reasons: string[]): Promise<Answer | null> => {
  try {
    return await answer;
  } catch (error) {
    if (isRefusal(error, reasons)) return null;
    throw error;
  }
};

/** Whether Cognito gave one of these reasons. Its messages may repeat what was sent: they go no further. */
export const isRefusal = (error: unknown, reasons: readonly string[]): boolean =>
  error instanceof CognitoIdentityProviderServiceException && reasons.includes(error.name);
