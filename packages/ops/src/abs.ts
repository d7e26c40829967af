import type { Unary } from '@chainrule/core';
import { abs as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The absolute value |x|, with derivative 0 at 0.
 * @example evaluate(abs(-3)) // 3
 */
export const abs: Unary = /* @__PURE__ */ unary(primitive);
