import { CompilerError, compile, type EngineName } from '@chainrule/compiler';
import { input } from '@chainrule/core';

/**
 * What runs everything in the Lab: WebAssembly, or the interpreter where that is missing. JavaScript is not even tried: the policy
 * of the page forbids to make code from text, and reports who tries.
 */
export const engine: EngineName = canWasm() ? 'wasm' : 'interpreter';

function canWasm(): boolean {
  try {
    return compile(input('x'), { engine: 'wasm' })({ x: 1 }) === 1;
  } catch (error) {
    if (error instanceof CompilerError) return false;
    throw error;
  }
}
