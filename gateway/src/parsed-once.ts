import type { ParseOptions } from 'graphql';
import { currentEdgeRequest } from './edge-request.ts';

type HandedOver = ParseOptions & { readonly parsed: (text: string) => Parsed | undefined };
type Parsed = NonNullable<NonNullable<ReturnType<typeof currentEdgeRequest>>['parsed']>['document'];

/**
 * What the limits' door has parsed, for Apollo Server, which asks here before it parses (patches/@apollo__server@5.5.1.patch).
 * Kept for the one request alone.
 */
export const parsedOnce: HandedOver = {
  parsed: (text) => {
    const parsed = currentEdgeRequest()?.parsed;
    return parsed?.text === text ? parsed.document : undefined;
  },
};
