// What computes a unit.

/** Statements of a map block. */
export const map = 0;
export const fold = 1;
export const outer = 2;
/** Only stores what is there already. */
export const copy = 3;
