import type { Viewer } from '@cartograph/viewer';
import type { EdgeRequest } from './edge-request.ts';

/**
 * What travels with one operation through Apollo Server and the gateway to the subgraphs. Grants are unchecked when nobody can say
 * whether they are revoked.
 */
export type GatewayContext = {
  readonly edge: EdgeRequest;
  readonly viewer: Viewer;
  readonly areGrantsChecked: boolean;
  /** The gateway asks for itself: what no client publishes. */
  readonly isOwn?: boolean;
};
