import type { Binary } from '@chainrule/core';
import { subtract as primitive } from '@chainrule/core/primitives';
import { binary } from './primitive.ts';

/**
 * The difference a − b.
 * @example evaluate(subtract(5, 3)) // 2
 */
export const subtract: Binary = /* @__PURE__ */ binary(primitive);
