import type { Unary } from '@chainrule/core';
import { exp as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The exponential eˣ.
 * @example evaluate(exp(0)) // 1
 */
export const exp: Unary = /* @__PURE__ */ unary(primitive);
