/** The texts for 0 … count − 1. */
export const list = (count: number, text: (i: number) => string, separator = ''): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(separator);
