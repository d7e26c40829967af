// How long it takes to build a chain of operations, and the graph of its derivative.
import { gradient, input, type Node } from '@chainrule/core';
import { add, tanh } from '@chainrule/ops';

const length = 100_000;

function time<T>(what: string, action: () => T): T {
  const start = performance.now();
  const result = action();
  console.log(`${what}: ${(((performance.now() - start) * 1e6) / length).toFixed(0)} ns per operation`);
  return result;
}

const x = input('x');
const chain = time('build', () => {
  let y: Node = x;
  for (let i = 0; i < length; i += 2) y = tanh(add(y, 1));
  return y;
});
time('gradient', () => gradient(chain, x));
