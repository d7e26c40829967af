/** The shortest decimal text that reads back to the same number; finite numbers only. */
export const shortest = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** The shortest decimal text that a reader of 32-bit floats takes for the same number: nine digits are enough. Finite numbers only. */
export function shortestFloat(value: number): string {
  const float = Math.fround(value);
  for (let digits = 1; ; digits++) {
    const rounded = Number(float.toPrecision(digits));
    if (Math.fround(rounded) === float) return shortest(rounded);
  }
}

/** In parentheses if it begins with a sign: `5--3` is a comment in SQL, and `-2 ** 2` a question of taste. */
export const signed = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

/** A number in a table, where no operator stands beside it: without the 0 before the point. */
export const entryText = (text: string): string => text.replace(/^(-?)0\./, '$1.');

/** With a point, where a whole number would be of another type. */
export const pointed = (text: string): string => (/[.e]/.test(text) ? text : `${text}.0`);
