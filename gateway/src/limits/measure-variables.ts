const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a JSON value has more than that many objects and lists inside each other. Walks without recursion. */
export const isDeeperThan = (value: unknown, levels: number): boolean => {
  let containers = [value].filter(isContainer);
  for (let depth = 1; containers.length > 0; depth += 1) {
    if (depth > levels) return true;
    containers = containers.flatMap((one): unknown[] => Object.values(one)).filter(isContainer);
  }
  return false;
};
