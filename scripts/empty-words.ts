/** Words that say nothing of what a thing is. "Common" and "data" are missing: passwords are common, data is erased. */
const emptyWords = new Set(['service', 'manager', 'helper', 'util', 'utils', 'handler', 'info', 'impl', 'base']);

const exported = /^export (?:default )?(?:abstract )?(?:async )?(?:const|function|class|interface|type) (\w+)/gm;

/** The empty words in a file's own name and in what it exports, one sentence each. */
export const emptyWordsIn = (path: string, source: string): string[] => {
  const fileName = path.split('/').at(-1) ?? path;
  const names = [fileName, ...[...source.matchAll(exported)].map(([, name]) => name ?? '')];
  return names.flatMap((name) =>
    wordsOf(name)
      .filter((word) => emptyWords.has(word))
      .map((word) => `${path}: "${word}" in ${name} says nothing of what it is.`),
  );
};

const wordsOf = (name: string): string[] =>
  (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
