import { multiply as primitive } from '@chainrule/core/primitives';
import { type Variadic, variadic } from './primitive.ts';

/**
 * The product of any number of factors, from left to right: a · b · ….
 * @example evaluate(multiply(2, 3, 4)) // 24
 */
export const multiply: Variadic = /* @__PURE__ */ variadic(primitive);
