import type { Viewer } from '@cartograph/viewer';
import type { EdgeRequest } from './edge-request.ts';

/** What travels with one operation through Apollo Server and the gateway to the subgraphs. */
export type GatewayContext = { readonly edge: EdgeRequest; readonly viewer: Viewer };
