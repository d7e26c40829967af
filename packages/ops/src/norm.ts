import { defineListOp, type Listed } from '@chainrule/core';
import { divide } from './divide.ts';
import { select } from './select.ts';
import { sqrt } from './sqrt.ts';
import { sumOfSquares } from './sumOfSquares.ts';

/**
 * The Euclidean length of a list: √(Σ xᵢ²), with derivatives 0 at the origin.
 * Squares overflow beyond 1e154 and vanish below 1e−154; `hypot` has no such limit.
 * @example evaluate(norm([3, 4])) // 5
 */
export const norm: Listed = /* @__PURE__ */ defineListOp('norm', {
  expand: (xs) => sqrt(sumOfSquares(xs)),
  partials: (y, xs) => xs.map((x) => select(y, divide(x, y), 0)),
});
