import type { Unary } from '@chainrule/core';
import { cos as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The cosine of x radians.
 * @example evaluate(cos(0)) // 1
 */
export const cos: Unary = /* @__PURE__ */ unary(primitive);
