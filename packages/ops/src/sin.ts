import type { Unary } from '@chainrule/core';
import { sin as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The sine of x radians.
 * @example evaluate(sin(0)) // 0
 */
export const sin: Unary = /* @__PURE__ */ unary(primitive);
