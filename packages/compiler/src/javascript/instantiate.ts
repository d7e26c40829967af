/**
 * The value of a JavaScript expression in which `scope` is known by its names. The only place where text becomes code.
 * @throws EvalError where code generation is not allowed.
 * @example instantiate('(function(x){return f(x)+1})', { f: Math.sqrt })
 */
export function instantiate<T>(expression: string, scope: Readonly<Record<string, unknown>>): T {
  return new Function(...Object.keys(scope), `"use strict";return ${expression}`)(...Object.values(scope));
}
