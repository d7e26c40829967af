import { add as primitive } from '@chainrule/core/primitives';
import { type Variadic, variadic } from './primitive.ts';

/**
 * The sum of any number of terms, from left to right: a + b + ….
 * @example evaluate(add(1, 2, 3)) // 6
 */
export const add: Variadic = /* @__PURE__ */ variadic(primitive);
