export type { GuestGrant } from './guest-grant.ts';
export { createGuestTokenSigner, createGuestTokenVerifier, guestTokenHeader } from './guest-token.ts';
export {
  isRole,
  type MachineName,
  type Role,
  roles,
  scopesByMachine,
  scopesByRole,
  scopesInText,
  scopesOfRoles,
} from './roles.ts';
export { hasScope, isScope, knownScopes, type Scope, scopeMeanings } from './scopes.ts';
export { anonymous, guestGrantsOf, isSomebody, type Viewer, viewerSchema } from './viewer.ts';
export { createViewerSigner, type ViewerSigner } from './viewer-signer.ts';
export { clientAddressHeader, clientAgentHeader, viewerHeader } from './viewer-token.ts';
export { createViewerVerifier, ViewerRefused, type ViewerVerifier } from './viewer-verifier.ts';
