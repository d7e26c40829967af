import type { Binary } from '@chainrule/core';
import { less as primitive } from '@chainrule/core/primitives';
import { binary } from './primitive.ts';

/**
 * 1 if a < b, else 0; its derivative is 0.
 * @example evaluate(less(1, 2)) // 1
 */
export const less: Binary = /* @__PURE__ */ binary(primitive);
