// What an instruction of a condensed program is.

/** Itself. */
export const scalar = 0;
/** A vector, which exists only inside of what reads it. */
export const vector = 1;
/** One for each parameter of a list, which exist only inside of what reads them. */
export const wide = 2;
/** A sum of products. */
export const sum = 3;
/** Many sums over the batch that are outputs. */
export const outer = 4;
/** The sum of a wide one, or its end. */
export const total = 5;
