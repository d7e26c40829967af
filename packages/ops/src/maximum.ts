import type { Listed } from '@chainrule/core';
import { max as primitive } from '@chainrule/core/primitives';
import { listed } from './primitive.ts';

/**
 * The largest element of a list; a tie passes the derivative to the first of them.
 * @example evaluate(maximum([2, 3, 1])) // 3
 */
export const maximum: Listed = /* @__PURE__ */ listed('maximum', primitive);
