import type { Op } from '@chainrule/core';
import { checkBatch } from './checkBatch.ts';
import { checkFirstDifferences, checkSecondDifferences } from './checkDifferences.ts';
import { checkFormula } from './checkFormula.ts';
import { checkConstants, checkReferences } from './checkReferences.ts';
import { checkSabotage } from './checkSabotage.ts';
import { checkSimplify } from './checkSimplify.ts';
import { checkFinite, checkKinks, checkNaN, checkSpecialValues } from './checkSpecial.ts';
import type { Expectations } from './expectations.ts';

/** What is checked of every op, by the sentence that holds if it gives no failures. */
export const opChecks: Readonly<Record<string, (op: Op, expectations: Expectations) => string[]>> = {
  'agrees with the references in value and first derivatives': checkReferences,
  'agrees with them when arguments are constants': checkConstants,
  'has the first derivatives that differences of the value give': checkFirstDifferences,
  'has the second derivatives that differences of the first give': checkSecondDifferences,
  'follows the conventions at kinks and on ties': checkKinks,
  'has the stated values at infinities and zeros': checkSpecialValues,
  'passes NaN on': checkNaN,
  'is finite for finite arguments if it says so': checkFinite,
  'prints a formula that JavaScript reads as the same value': checkFormula,
  'gives the same bits in a batch as row by row': checkBatch,
  'is the same simplified or not': checkSimplify,
  'would be caught with a mistake in it': checkSabotage,
};
