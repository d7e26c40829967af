import type { Unary } from '@chainrule/core';
import { negate as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The opposite −x.
 * @example evaluate(negate(3)) // -3
 */
export const negate: Unary = /* @__PURE__ */ unary(primitive);
