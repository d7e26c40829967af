/** As much of a MathML table as a page can show. */
export interface Fitting {
  readonly text: string;
  /** How many rows are left out. */
  readonly left: number;
}

/** Longer MathML makes a page slow. */
const longest = 120_000;

/** The first rows of a formula in MathML, as many as `limit` characters hold; the formula as it is if it fits. */
export function fitting(text: string, limit = longest): Fitting {
  if (text.length <= limit) return { text, left: 0 };
  const lines = text.split('\n'); // a row each, between the start of the table and its end
  let length = 0;
  const shown = lines.slice(0, -1).filter((line) => {
    length += line.length;
    return length <= limit;
  });
  if (shown.length < 2) return { text: '', left: Math.max(1, lines.length - 2) };
  return { text: [...shown, lines.at(-1)].join('\n'), left: lines.length - 1 - shown.length };
}
