import { discover, straight } from '@chainrule/blocks';
import type { Machine, Program } from '@chainrule/core';
import { machine } from '../machine.ts';
import { wasmMachine } from '../wasm/machine.ts';

const strict = { precision: 'f64', fast: false } as const;

/** Whatever computes in 64 bits, other than the interpreter; WebAssembly with and without block discovery. */
export const engines: Readonly<Record<string, (program: Program) => Machine>> = {
  javascript: (program) => machine(program, { engine: 'javascript' }),
  'wasm, blocks': (program) => wasmMachine(discover(program), strict),
  'wasm, straight': (program) => wasmMachine(straight(program), strict),
};

/** The same samples in another order, as `rows`: the last first. */
export const reversed = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => count - 1 - i);
