import type { Op } from '@chainrule/core';
import { checkFirstDifferences } from './checkDifferences.ts';
import { checkReferences } from './checkReferences.ts';
import type { Expectations } from './expectations.ts';
import { sabotage } from './sabotage.ts';

/** The test of the tests: each mistake is noticed by the references, and those in derivatives by differences too. */
export const checkSabotage = (op: Op, expectations: Expectations): string[] =>
  sabotage(op, expectations.symmetric ?? false).flatMap(({ mistake, inDerivative, op: mutant }) => [
    ...(checkReferences(mutant, expectations).length > 0 ? [] : [`the references do not notice: ${mistake}`]),
    ...(!inDerivative || checkFirstDifferences(mutant).length > 0 ? [] : [`differences do not notice: ${mistake}`]),
  ]);
