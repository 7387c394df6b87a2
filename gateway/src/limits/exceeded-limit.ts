import type { LimitName, Limits } from '@cartograph/graph-limits';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { measureDocument } from './measure-document.ts';
import { measureText } from './measure-text.ts';
import { isDeeperThan } from './measure-variables.ts';

/** A limit that a request does not keep. */
export type Exceeded = { readonly limit: LimitName; readonly allowed: number };

export type GraphRequest = { readonly query: unknown; readonly variables: unknown };

/** A document that was parsed to be measured, for whoever reads it next. */
export type Parsed = { readonly text: string; readonly document: DocumentNode };
export type LimitCheck = (request: GraphRequest, hand?: (parsed: Parsed) => void) => Exceeded | null;

const textLimits = ['tokens', 'nesting'] as const;
const documentLimits = ['depth', 'fields', 'aliases', 'rootFields', 'repeats', 'directives'] as const;

/**
 * Finds the first limit that a request's document or variables do not keep, before any part of Apollo sees them: the rules
 * of validation are themselves what floods are aimed at. Null for what keeps all, and for what is no GraphQL at all: that
 * gets its error from the parser. Documents found good are remembered, so that a known one costs a look-up. What had to be parsed
 * and is good is handed over.
 */
export const createLimitCheck = (limits: Limits): LimitCheck => {
  // Documents are at most as long as a body; together they take 8 MB at most. The short ones are many before they are that.
  const good = new LRUCache<string, true>({
    max: 10_000,
    maxSize: 8 * 1024 * 1024,
    sizeCalculation: (_, text) => text.length + 1,
  });
  const ofDocument = (text: string, hand?: (parsed: Parsed) => void): Exceeded | null => {
    if (good.has(text)) return null;
    const { exceeded, document } = readDocument(text, limits);
    if (exceeded) return exceeded;
    good.set(text, true);
    if (document) hand?.({ text, document });
    return null;
  };
  return ({ query, variables }, hand) =>
    (typeof query === 'string' ? ofDocument(query, hand) : null) ?? exceededByVariables(variables, limits);
};

type ReadDocument = { readonly exceeded: Exceeded | null; readonly document: DocumentNode | null };

const readDocument = (text: string, limits: Limits): ReadDocument => {
  const words = measureText(text, limits.tokens);
  const ofText = words && textLimits.find((name) => words[name] > limits[name]);
  if (ofText) return { exceeded: { limit: ofText, allowed: limits[ofText] }, document: null };
  const document = words && parsed(text);
  const measure = document && measureDocument(document);
  const ofDocument = measure && documentLimits.find((name) => measure[name] > limits[name]);
  return { exceeded: ofDocument ? { limit: ofDocument, allowed: limits[ofDocument] } : null, document };
};

/** As Apollo Server parses it, with the places that errors tell. Null when it is no GraphQL. */
const parsed = (text: string): DocumentNode | null => {
  try {
    return parse(text);
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
