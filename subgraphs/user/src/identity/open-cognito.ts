import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoConfig } from '../config.ts';
import { cognitoIdentity } from './cognito/cognito-identity.ts';

/** The identity that a Cognito user pool is, by its configuration. It keeps sessions and second factors itself. */
export const openCognito = (config: CognitoConfig) => {
  const endpoint = config.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER;
  const client = new CognitoIdentityProviderClient({ region: config.AWS_REGION, ...(endpoint && { endpoint }) });
  const pool = { userPoolId: config.COGNITO_USER_POOL_ID, clientId: config.COGNITO_CLIENT_ID };
  return {
    identity: cognitoIdentity({ client, ...pool }),
    secondFactor: null,
    hasOwnSessions: false,
    close: () => client.destroy(),
  };
};
