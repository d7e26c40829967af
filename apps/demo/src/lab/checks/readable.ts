/** A count with its digits in groups of three. */
export const readable = (count: number): string => count.toLocaleString('en');
