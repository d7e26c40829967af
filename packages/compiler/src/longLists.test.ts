// Lists of more arguments than V8 lets a function have locals.
import { gradient, input, inputs, interpreter, lower, meanBatch, type Node, parameter } from '@chainrule/core';
import { add, multiply, sin, square, sum, tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { machine } from './machine.ts';
import { columnsFor, difference, distance, resultsOf } from './testing/samples.ts';

const unlike = (x: Node, i: number): Node =>
  [sin(x), x, tanh(x), multiply(x, parameter(i / 20_000)), square(x)][i % 5] as Node;

/** The mean and its derivative for a parameter that is read 15,000 times. */
function chain(): Node[] {
  const p = parameter(0.001);
  let y: Node = input('x');
  for (let i = 0; i < 15_000; i++) y = tanh(add(y, p));
  const mean = meanBatch(y);
  return [mean, ...(gradient(mean, [p]) as Node[])];
}

test.each([
  ['a sum of 20,000 terms of five kinds', () => [sum(inputs('x', 20_000).map(unlike))]],
  ['the gradient of a chain', chain],
])(
  '%s runs in WebAssembly, with the bits of the interpreter',
  (_, build) => {
    const program = lower(build());
    const columns = columnsFor(program, 67);
    const expected = resultsOf(interpreter(program), columns, 67);
    expect(difference(expected, resultsOf(machine(program, { engine: 'wasm' }), columns, 67))).toBeUndefined();
    const short = resultsOf(machine(program, { engine: 'wasm', precision: 'f32' }), columns, 67);
    expect(distance(expected, short)).toBeLessThan(1e-2);
  },
  60_000,
);
