import type { LimitName, Limits } from '@cartograph/graph-limits';
import { GraphQLError, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type DocumentMeasure, measureDocument } from './measure-document.ts';
import { measureText } from './measure-text.ts';
import { isDeeperThan } from './measure-variables.ts';

/** A limit that a request does not keep. */
export type Exceeded = { readonly limit: LimitName; readonly allowed: number };

export type GraphRequest = { readonly query: unknown; readonly variables: unknown };

const textLimits = ['tokens', 'nesting'] as const;
const documentLimits = ['depth', 'fields', 'aliases', 'rootFields', 'repeats', 'directives'] as const;

/**
 * Finds the first limit that a request's document or variables do not keep, before any part of Apollo sees them: the rules
 * of validation are themselves what floods are aimed at. Null for what keeps all, and for what is no GraphQL at all: that
 * gets its error from the parser. Documents found good are remembered, so that a known one costs a look-up.
 */
export const createLimitCheck = (limits: Limits): ((request: GraphRequest) => Exceeded | null) => {
  // Documents are at most as long as a body; together they take 8 MB at most. The short ones are many before they are that.
  const good = new LRUCache<string, true>({
    max: 10_000,
    maxSize: 8 * 1024 * 1024,
    sizeCalculation: (_, text) => text.length + 1,
  });
  const ofDocument = (text: string): Exceeded | null => {
    if (good.has(text)) return null;
    const exceeded = exceededBy(text, limits);
    if (exceeded === null) good.set(text, true);
    return exceeded;
  };
  return ({ query, variables }) =>
    (typeof query === 'string' ? ofDocument(query) : null) ?? exceededByVariables(variables, limits);
};

const exceededBy = (text: string, limits: Limits): Exceeded | null => {
  const words = measureText(text, limits.tokens);
  const ofText = words && textLimits.find((name) => words[name] > limits[name]);
  if (ofText) return { limit: ofText, allowed: limits[ofText] };
  const measure = words && measured(text);
  const ofDocument = measure && documentLimits.find((name) => measure[name] > limits[name]);
  return ofDocument ? { limit: ofDocument, allowed: limits[ofDocument] } : null;
};

/** Null when it is no GraphQL. */
const measured = (text: string): DocumentMeasure | null => {
  try {
    return measureDocument(parse(text, { noLocation: true }));
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
};

const exceededByVariables = (variables: unknown, limits: Limits): Exceeded | null => {
  if (typeof variables !== 'object' || variables === null) return null;
  if (isDeeperThan(variables, limits.variableDepth)) return { limit: 'variableDepth', allowed: limits.variableDepth };
  const bytes = Buffer.byteLength(JSON.stringify(variables));
  return bytes > limits.variableBytes ? { limit: 'variableBytes', allowed: limits.variableBytes } : null;
};
