import type { Ternary } from '@chainrule/core';
import { select as primitive } from '@chainrule/core/primitives';
import { ternary } from './primitive.ts';

/**
 * The second argument where the first is not 0, else the third: condition ? a : b.
 * Derivatives pass to the side taken only, so the other side may be infinite or not a number.
 * @example evaluate(select(less(1, 2), 10, 20)) // 10
 */
export const select: Ternary = /* @__PURE__ */ ternary(primitive);
