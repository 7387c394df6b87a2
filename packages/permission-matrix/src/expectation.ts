import { kindsOfViewer, type ViewerKind } from './viewer-kinds.ts';

/** What is expected of a type. */
export type Expectation =
  /** It is a thing of its own: these may see it, at every door. */
  | { readonly kind: 'seen'; readonly by: readonly ViewerKind[] }
  /** It is a part of those types: whoever sees one of them sees it there. `notMade` says why no test can make one. */
  | { readonly kind: 'part'; readonly of: readonly string[]; readonly notMade?: string }
  /** It only stands in the answer of a mutation, to whoever may call that. */
  | { readonly kind: 'answer' };

export const seenBy = (...by: ViewerKind[]): Expectation => ({ kind: 'seen', by });
export const seenByAll: Expectation = { kind: 'seen', by: kindsOfViewer };
export const partOf = (...of: string[]): Expectation => ({ kind: 'part', of });
/** A part that no test can make in seconds: only refusals are tried. */
export const rarePartOf = (of: string, notMade: string): Expectation => ({ kind: 'part', of: [of], notMade });
export const inAnswers: Expectation = { kind: 'answer' };
