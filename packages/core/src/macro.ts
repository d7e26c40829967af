import { inScope, newScope } from './node.ts';

/**
 * Wraps a function that builds many nodes, so that they know which call they come from. The nodes are elementary operations
 * as ever; the scope is a label that drawings, summaries and exports may use and engines never need.
 * @example const affine = defineMacro('affine', (x: Node) => add(multiply(parameter(), x), parameter()));
 */
export function defineMacro<Args extends readonly unknown[], Result>(
  name: string,
  build: (...args: Args) => Result,
): (...args: Args) => Result {
  const macro = (...args: Args): Result => inScope(newScope(name), () => build(...args));
  return Object.defineProperty(macro, 'name', { value: name });
}
