import type { Binary } from '@chainrule/core';
import { atan2 as primitive } from '@chainrule/core/primitives';
import { binary } from './primitive.ts';

/**
 * The angle of the point (b, a) against the first axis, in −π … π radians: arctan(a / b) in the right quadrant.
 * @example evaluate(atan2(0, -1)) // 3.141592653589793
 */
export const atan2: Binary = /* @__PURE__ */ binary(primitive);
