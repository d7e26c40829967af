import { slotted } from './slots.ts';

/** As much of a MathML table as a page can show. */
export interface Fitting {
  readonly text: string;
  /** How many rows are left out. */
  readonly left: number;
}

/** Longer MathML makes a page slow. */
const longest = 70_000;

/**
 * The first rows of a formula in MathML, as many as `limit` characters hold; the formula as it is if it fits. Numbers do not count, so
 * that it stays as many rows while they change.
 */
export function fitting(text: string, limit = longest): Fitting {
  const lines = text.split('\n'); // a row each, between the start of the table and its end
  let length = 0;
  const isShown = lines.map((line) => {
    length += slotted(line).shape.length;
    return length <= limit;
  });
  const shown = lines.filter((_, i) => isShown[i]);
  if (shown.length === lines.length) return { text, left: 0 };
  if (shown.length < 2) return { text: '', left: Math.max(1, lines.length - 2) };
  if (shown.length === lines.length - 1) return { text, left: 0 }; // the end of the table alone is too much
  return { text: [...shown, lines.at(-1)].join('\n'), left: lines.length - 1 - shown.length };
}
