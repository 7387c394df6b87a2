import type { QueryPlan } from '@apollo/query-planner';

/** Handed to the planner's thread when it starts. */
export type PlannerStart = { readonly supergraphSdl: string };

/** What the thread says first, once: the graph is loaded, or why it cannot be. */
export type GraphMessage =
  | {
      readonly kind: 'loaded';
      /** The clients' schema as SDL, in parts. */
      readonly apiTexts: readonly string[];
      /** Every abstract type of the supergraph with the types that are of it. */
      readonly subtypes: Readonly<Record<string, readonly string[]>>;
      readonly subgraphs: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };

export type PlanQuestion = { readonly id: number; readonly query: string; readonly operationName: string | undefined };

export type PlanMessage =
  | { readonly kind: 'planned'; readonly id: number; readonly plan: QueryPlan }
  | { readonly kind: 'unplannable'; readonly id: number; readonly message: string; readonly code: string | undefined };
