const errors =
  'userErrors { __typename code message path ... on PasswordRefusedError { minimumLength maximumLength } }';
const granted = `user { id name email createdAt emailVerifiedAt } accessToken expiresAt refreshToken ${errors}`;

/** A mutation with one input, as a storefront writes it. */
const mutation = (name: string, answer: string): string => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`;
};

export const registerOperation = mutation('register', granted);
export const signInOperation = mutation('signIn', granted);
export const changePasswordOperation = mutation('changePassword', granted);
export const refreshOperation = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${granted} } }`;
export const signOutOperation = `mutation ($input: SignOutInput!) { signOut(input: $input) { ${errors} } }`;
export const signOutEverywhereOperation = `mutation { signOutEverywhere { ${errors} } }`;
export const suspendOperation = mutation('suspendUser', errors);
export const reinstateOperation = mutation('reinstateUser', errors);
export const endSessionOperation = mutation('endSession', errors);
export const verifyEmailOperation = mutation('verifyEmail', `user { id email emailVerifiedAt } ${errors}`);
export const resendVerificationOperation = mutation('resendVerification', errors);
export const requestPasswordResetOperation = mutation('requestPasswordReset', errors);
export const resetPasswordOperation = mutation('resetPassword', errors);
export const startSecondFactorOperation = mutation('startSecondFactor', `secret uri ${errors}`);
export const confirmSecondFactorOperation = mutation('confirmSecondFactor', `recoveryCodes ${errors}`);
export const removeSecondFactorOperation = mutation('removeSecondFactor', errors);

export const meOperation = 'query Me { me { __typename id name email createdAt emailVerifiedAt } }';
export const mySessionsOperation = '{ mySessions { id device createdAt lastUsedAt expiresAt isCurrent } }';

export const entitiesOperation = `
  query Entities($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on User { id name email } }
  }`;
