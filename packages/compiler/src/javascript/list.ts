import { range } from '../wasm/loop.ts';

/** The texts for 0 … count − 1. */
export const list = (count: number, text: (i: number) => string, separator = ''): string =>
  range(count).map(text).join(separator);
