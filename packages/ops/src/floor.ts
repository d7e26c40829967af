import type { Unary } from '@chainrule/core';
import { floor as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The largest whole number that is not greater than x; its derivative is 0.
 * @example evaluate(floor(-1.5)) // -2
 */
export const floor: Unary = /* @__PURE__ */ unary(primitive);
