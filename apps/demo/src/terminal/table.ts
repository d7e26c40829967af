/** Rows as lines of text, in columns two spaces apart: the first aligned to the left, the others, being numbers, to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = rows.map((row) => row.map(String));
  const columns = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...cells.map((row) => row[c]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] as number) : cell.padStart(widths[c] as number)))
      .join('  ')
      .trimEnd(),
  );
}

/** Two blocks of lines next to each other, `gap` spaces apart. */
export function beside(left: readonly string[], right: readonly string[], gap = 6): string[] {
  const width = Math.max(...left.map((line) => line.length)) + gap;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    ((left[i] ?? '').padEnd(width) + (right[i] ?? '')).trimEnd(),
  );
}
