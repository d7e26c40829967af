/** Fewer rows than these are not worth a loop. */
export const fewestRows = 4;
