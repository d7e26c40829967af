import type { View } from '../state/labState.ts';

/** What a formula is of, and how it is written. */
export type FormulaChoice = NonNullable<View['formula']>;

export const formulaDefault: FormulaChoice = {
  of: 'prediction',
  lines: 'neurons',
  digits: 4,
  names: false,
  expanded: false,
};
