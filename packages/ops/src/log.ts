import type { Unary } from '@chainrule/core';
import { log as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The natural logarithm ln x.
 * @example evaluate(log(1)) // 0
 */
export const log: Unary = /* @__PURE__ */ unary(primitive);
