import type { Op } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import type { Expectations } from './expectations.ts';
import { opChecks } from './opChecks.ts';

/**
 * Registers the tests of an op: value and derivatives against references and differences, kinks, infinities, NaN, formula,
 * batches and simplification. References come from `packages/testing/references/generate.py`, by the op's name.
 * @example checkOp(softsign)
 */
export function checkOp({ op }: { readonly op: Op }, expectations: Expectations = {}): void {
  describe(op.name, () => {
    for (const [sentence, check] of Object.entries(opChecks))
      it(sentence, () => expect(check(op, expectations).slice(0, 5)).toEqual([]));
  });
}
