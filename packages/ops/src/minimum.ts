import type { Listed } from '@chainrule/core';
import { min as primitive } from '@chainrule/core/primitives';
import { listed } from './primitive.ts';

/**
 * The smallest element of a list; a tie passes the derivative to the first of them.
 * @example evaluate(minimum([2, 3, 1])) // 1
 */
export const minimum: Listed = /* @__PURE__ */ listed('minimum', primitive);
