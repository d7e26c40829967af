import type { Listed } from '@chainrule/core';
import { multiply as primitive } from '@chainrule/core/primitives';
import { listed } from './primitive.ts';

/**
 * The product of a list, from left to right: Π xᵢ.
 * @example evaluate(product([2, 3, 4])) // 24
 */
export const product: Listed = /* @__PURE__ */ listed('product', primitive);
