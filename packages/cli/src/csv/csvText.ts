/**
 * Cells as a line of CSV. A spreadsheet would take a name that begins with `= + - @` for a formula, and run it: it gets a quote in
 * front (`'=x`). Numbers are not names.
 */
export const csvNames = (names: readonly string[]): string =>
  `${names.map((name) => quoted(/^[=+\-@\t\r]/.test(name) ? `'${name}` : name)).join(',')}\n`;

const quoted = (cell: string): string => (/[",\r\n]|^$|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A number as it reads back to the same bits. */
export const csvNumber = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
