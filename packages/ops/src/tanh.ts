import type { Unary } from '@chainrule/core';
import { tanh as primitive } from '@chainrule/core/primitives';
import { unary } from './primitive.ts';

/**
 * The hyperbolic tangent (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), also the classic activation.
 * @example evaluate(tanh(1000)) // 1
 */
export const tanh: Unary = /* @__PURE__ */ unary(primitive);
