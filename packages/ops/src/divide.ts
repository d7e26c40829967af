import type { Binary } from '@chainrule/core';
import { divide as primitive } from '@chainrule/core/primitives';
import { binary } from './primitive.ts';

/**
 * The quotient a / b; division by zero follows IEEE 754.
 * @example evaluate(divide(3, 4)) // 0.75
 */
export const divide: Binary = /* @__PURE__ */ binary(primitive);
