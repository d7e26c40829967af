import type { Unary } from '@chainrule/core';
import { tan as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The tangent of x radians.
 * @example evaluate(tan(0)) // 0
 */
export const tan: Unary = /* @__PURE__ */ unary(primitive);
