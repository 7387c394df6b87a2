/** Operations as a storefront writes them. */
export const registerOperation = `
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      user { id name email createdAt }
      accessToken
      expiresAt
      userErrors { __typename code message path ... on PasswordRefusedError { minimumLength maximumLength } }
    }
  }`;

export const signInOperation = `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) { user { id name email } accessToken expiresAt userErrors { __typename code message path } }
  }`;

export const meOperation = 'query Me { me { __typename id name email createdAt } }';

export const entitiesOperation = `
  query Entities($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on User { id name email } }
  }`;
