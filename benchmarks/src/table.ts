type Cell = string | number;

/** A plain table with a title; numbers are right-aligned. */
export const table = (title: string, rows: readonly Readonly<Record<string, Cell>>[]): string => {
  const [first] = rows;
  if (!first) return `${title}: nothing`;
  const names = Object.keys(first);
  const text = (value: Cell | undefined) =>
    typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(1) : String(value ?? '');
  const widths = names.map((name) => Math.max(name.length, ...rows.map((row) => text(row[name]).length)));
  const line = (cells: readonly (Cell | undefined)[]) =>
    cells
      .map((cell, index) =>
        typeof cell === 'number' ? text(cell).padStart(widths[index] ?? 0) : text(cell).padEnd(widths[index] ?? 0),
      )
      .join('  ');
  return [`\n${title}`, `  ${line(names)}`, ...rows.map((row) => `  ${line(names.map((name) => row[name]))}`)].join(
    '\n',
  );
};
