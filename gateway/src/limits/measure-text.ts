import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

/** What the text of a document holds, before it is parsed. */
export type TextMeasure = { readonly tokens: number; readonly nesting: number };

const opening = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Reads a document word by word, no further than `maxTokens` and one. The parser calls itself for each bracket, so that a
 * few thousand of them exhaust its stack: they are counted before it runs. Null for what has a word that GraphQL has not.
 */
export const measureText = (text: string, maxTokens: number): TextMeasure | null => {
  const lexer = new Lexer(new Source(text));
  let [tokens, open, nesting] = [0, 0, 0];
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF && tokens <= maxTokens; token = lexer.advance()) {
      tokens += 1;
      if (opening.has(token.kind)) open += 1;
      if (closing.has(token.kind)) open -= 1;
      nesting = Math.max(nesting, open);
    }
    return { tokens, nesting };
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
};
