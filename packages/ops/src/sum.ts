import type { Listed } from '@chainrule/core';
import { add as primitive } from '@chainrule/core/primitives';
import { listed } from './primitive.ts';

/**
 * The sum of a list, from left to right: Σ xᵢ.
 * @example evaluate(sum([1, 2, 3])) // 6
 */
export const sum: Listed = /* @__PURE__ */ listed('sum', primitive);
