import { formula } from './formula.ts';
import { javascript } from './javascript.ts';
import type { Target } from './target.ts';

/** The rows of the matrix. */
export const targets: readonly Target[] = [
  javascript('bundled', { bound: 0 }),
  javascript('Math', { bound: 1e-15, unit: 2 ** -52 }),
  formula('text', 'expanded'),
  formula('text', 'named'),
  formula('LaTeX', 'expanded'),
  formula('LaTeX', 'named'),
  formula('MathML', 'expanded'),
  formula('MathML', 'named'),
];
