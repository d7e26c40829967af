import { input, interpreter, lower, meanBatch } from '@chainrule/core';
import { add, multiply, sin, subtract } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { machine } from '../machine.ts';
import { reversed } from '../testing/engines.ts';
import { columnsFor, difference, resultsOf } from '../testing/samples.ts';

const [a, b] = [input('a'), input('b')];
const mean = meanBatch(multiply(a, b));

describe('a batch of more samples than are loaded at a time', () => {
  it.each([
    ['in one pass', lower([add(sin(a), b), mean])],
    ['in two passes over the same inputs', lower([subtract(multiply(a, b), mean), mean])],
  ])('gives the bits of the interpreter %s', (_, program) => {
    for (const count of [1024, 1025, 3000]) {
      const columns = columnsFor(program, count);
      const made = machine(program, { engine: 'wasm' });
      for (const rows of [undefined, reversed(count)])
        expect(
          difference(resultsOf(interpreter(program), columns, count, rows), resultsOf(made, columns, count, rows)),
        ).toBeUndefined();
    }
  });
});
