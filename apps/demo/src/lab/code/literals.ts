/** A piece of code: text as it is, or a number that is the value of a parameter. */
export interface Piece {
  readonly text: string;
  /** The key of the parameter. */
  readonly key?: string;
}

/** Numbers in code of all targets; an `f` may follow them. */
const number = /(?<![\w.$#])(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?=f?(?![\w.]))/gi;

/**
 * Finds the numbers in code that are parameters: as they are, as floats of 32 bits, or with so many digits. What may be one of
 * two, or one of the small whole numbers that all code has, is none.
 */
export function literals(weights: readonly number[], digits: number): (line: string) => readonly Piece[] {
  const keys = new Map<number, string | undefined>();
  weights.forEach((value, i) => {
    const size = Math.abs(value);
    if (Number.isInteger(size) && size < 1000) return;
    const key = `parameter:${i}`;
    for (const form of new Set([size, ...floatsOf(size), Number(size.toPrecision(Math.min(17, digits)))]))
      keys.set(form, keys.has(form) ? undefined : key);
  });
  return (line) => {
    const pieces: Piece[] = [];
    let end = 0;
    for (const { 0: text, index } of line.matchAll(number)) {
      const key = keys.get(Number(text));
      if (key === undefined) continue;
      if (index > end) pieces.push({ text: line.slice(end, index) });
      pieces.push({ text, key });
      end = index + text.length;
    }
    if (end < line.length || pieces.length === 0) pieces.push({ text: line.slice(end) });
    return pieces;
  };
}

/** What 32-bit floats are printed as: with the fewest digits that are read as the same float. */
function floatsOf(size: number): number[] {
  const float = Math.fround(size);
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(float.toPrecision(digits));
    if (Math.fround(short) === float) return [short];
  }
  return [];
}
