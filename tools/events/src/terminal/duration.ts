const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** Milliseconds as people read them: `12 ms`, `1.5 s`, `3 min`, `2.3 h`. */
export const duration = (milliseconds: number): string => {
  const unit = units.find(([, size]) => Math.abs(milliseconds) >= size);
  if (!unit) return `${Math.round(milliseconds)} ms`;
  const [name, size] = unit;
  return `${Number((milliseconds / size).toFixed(1))} ${name}`;
};
