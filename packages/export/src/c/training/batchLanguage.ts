import type { Kind, Language } from '../../code/language.ts';
import { infix } from '../../spelling.ts';
import { cLanguage } from '../language.ts';

/** What the routines of a batch are given. */
export const batchArrays: readonly (readonly [string, Kind])[] = [
  ['x', 'numbers'],
  ['p', 'numbers'],
  ['u', 'result'],
  ['m', 'result'],
  ['e', 'result'],
  ['n', 'number'],
];

/** C over a batch: the sum of what is the same for all samples is a product with their number. */
export function batchLanguage(name: string): Language {
  const language = cLanguage('double', name, 'bundled');
  return { ...language, primitives: { ...language.primitives, sumBatch: ([x]) => infix('*')(['n', x as string]) } };
}
