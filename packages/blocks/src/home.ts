// Where a unit's values are kept for others, if not in a group of their own, whose number is then its home.

/** Among a phase's few scattered ones. */
export const scattered = -1;
/** Only as outputs. */
export const output = -2;
