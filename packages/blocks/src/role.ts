// What an instruction of a condensed program is.

/** Itself. */
export const scalar = 0;
/** A vector, which exists only inside of what reads it. */
export const vector = 1;
/** A sum of products. */
export const sum = 2;
/** Many sums over the batch that are outputs, or one of many that others read. */
export const outer = 3;
export const cell = 4;
