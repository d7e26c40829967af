import { defineOp, type Unary } from '@chainrule/core';
import { add } from './add.ts';
import { floor } from './floor.ts';
import { less } from './less.ts';
import { select } from './select.ts';
import { subtract } from './subtract.ts';

/**
 * The nearest whole number, halves up as in Math.round; its derivative is 0.
 * @example evaluate(round(2.5)) // 3
 */
export const round: Unary = /* @__PURE__ */ defineOp('round', {
  expand: (x) => {
    const below = floor(x);
    return select(less(subtract(x, below), 0.5), below, add(below, 1));
  },
  finite: true,
});
