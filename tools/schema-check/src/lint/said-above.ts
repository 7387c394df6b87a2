import { type FieldDefinitionNode, type ObjectTypeDefinitionNode, TokenKind } from 'graphql';

/** Whether a comment above an element, or between it and its description, begins with this word. */
export const says = (node: ObjectTypeDefinitionNode | FieldDefinitionNode, word: string): boolean =>
  commentsAbove(node).some((comment) => new RegExp(`^\\s*${word}:\\s*\\S`).test(comment));

const commentsAbove = ({ name, loc }: ObjectTypeDefinitionNode | FieldDefinitionNode): string[] => {
  const comments: string[] = [];
  const begin = loc?.start ?? 0;
  // Back over the keyword and the description, and then over the comments above them.
  for (let token = name.loc?.startToken.prev; token; token = token.prev) {
    const isComment = token.kind === TokenKind.COMMENT;
    if (!isComment && token.start < begin) break;
    if (isComment) comments.push(token.value);
  }
  return comments;
};
