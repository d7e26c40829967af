import type { Unary } from '@chainrule/core';
import { erf as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The error function 2/√π · ∫₀ˣ exp(−t²) dt.
 * @example evaluate(erf(10)) // 1
 */
export const erf: Unary = /* @__PURE__ */ unary(primitive);
