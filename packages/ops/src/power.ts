import type { Binary } from '@chainrule/core';
import { power as primitive } from '@chainrule/core/primitives';
import { binary } from './primitive.ts';

/**
 * The power aᵇ. The derivative for b is 0 where a = 0.
 * @example evaluate(power(2, 10)) // 1024
 */
export const power: Binary = /* @__PURE__ */ binary(primitive);
