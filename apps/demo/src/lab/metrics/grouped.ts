const format = new Intl.NumberFormat('en');

/** A whole number with its thousands apart: 12,345. */
export const grouped = (value: number): string => format.format(value);
