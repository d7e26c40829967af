import { max as primitive } from '@chainrule/core/primitives';
import { type Variadic, variadic } from './primitive.ts';

/**
 * The largest of any number of arguments; a tie passes the derivative to the first of them.
 * @example evaluate(max(1, 3, 2)) // 3
 */
export const max: Variadic = /* @__PURE__ */ variadic(primitive);
