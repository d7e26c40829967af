import type { Unary } from '@chainrule/core';
import { sqrt as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The square root √x. Its derivative at 0 is ∞.
 * @example evaluate(sqrt(9)) // 3
 */
export const sqrt: Unary = /* @__PURE__ */ unary(primitive);
