import { type FormulaOptions, funcify, type Outputs } from '@chainrule/core';
import { expanded } from './expanded.ts';

/** Options of the formulas: `toText`, `toLatex`, `toMathML`. */
export interface FormulaExportOptions extends FormulaOptions {
  /**
   * Operations as they were called (`'named'`, the default), or `'expanded'` to primitives and simplified: what the engines
   * compute, to the bit if `digits` is Infinity.
   */
  readonly ops?: 'named' | 'expanded';
}

/** The outputs that a formula is to show. */
export const shown = (outputs: Outputs, ops: FormulaExportOptions['ops']): Outputs =>
  ops === 'expanded' ? expanded(outputs) : outputs;

/**
 * A network as a formula in text, which a JavaScript parser can read too: `funcify`, with the choice to expand operations.
 * @throws GraphError if `digits` is not a positive whole number or Infinity, or if an expression without steps is too large.
 * @example toText(sigmoid(x), { ops: 'expanded' }) // "1 / (1 + exp(-x))"
 */
export const toText = (outputs: Outputs, { ops, ...options }: FormulaExportOptions = {}): string =>
  funcify(shown(outputs, ops), options);
