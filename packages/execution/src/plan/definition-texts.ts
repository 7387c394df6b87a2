import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';

/** As much as is parsed in a millisecond or two. */
const textLength = 8_000;

/** A schema's text in parts that are parsed one by one. What is one definition stays one. */
export const definitionTexts = (sdl: string): string[] => {
  const starts = parse(sdl).definitions.map(({ loc }) => loc?.start ?? 0);
  const texts: string[] = [];
  let from = 0;
  for (const start of starts.slice(1)) {
    if (start - from < textLength) continue;
    texts.push(sdl.slice(from, start));
    from = start;
  }
  return [...texts, sdl.slice(from)];
};

/** Parses them, and gives the thread back in between: requests that are under way do not wait for a large schema. */
export const parseInTurns = async (texts: readonly string[]): Promise<DocumentNode> => {
  const definitions: DefinitionNode[] = [];
  for (const text of texts) {
    definitions.push(...parse(text, { noLocation: true }).definitions);
    await nextTurn();
  }
  return { kind: Kind.DOCUMENT, definitions };
};

export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
