import type { Unary } from '@chainrule/core';
import { log1p as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The logarithm ln(1 + x), without cancellation near 0.
 * @example evaluate(log1p(1e-20)) // 1e-20
 */
export const log1p: Unary = /* @__PURE__ */ unary(primitive);
