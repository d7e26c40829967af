import type { Unary } from '@chainrule/core';
import { expm1 as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The exponential less one, eˣ − 1, without cancellation near 0.
 * @example evaluate(expm1(1e-20)) // 1e-20
 */
export const expm1: Unary = /* @__PURE__ */ unary(primitive);
