/**
 * Names of operations as values of a metric. They come from clients, and each is a time series of its own: beyond the
 * first so many they go by one name, so that nobody fills a memory, or a bill, by inventing names.
 */
export const createNameLimit = (most: number): ((name: string | null) => string) => {
  const known = new Set<string>();
  return (name) => {
    if (name === null) return '(unnamed)';
    if (known.has(name)) return name;
    if (known.size >= most) return '(other)';
    known.add(name);
    return name;
  };
};
