import { min as primitive } from '@chainrule/core/primitives';
import { type Variadic, variadic } from './primitive.ts';

/**
 * The smallest of any number of arguments; a tie passes the derivative to the first of them.
 * @example evaluate(min(3, 1, 2)) // 1
 */
export const min: Variadic = /* @__PURE__ */ variadic(primitive);
