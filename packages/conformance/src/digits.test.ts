// What formulas say at the digits that they show: the values of a network whose numbers are those.
import { evaluate, input, type Outputs, parameters, seed } from '@chainrule/core';
import { toLatex, toMathML, toText } from '@chainrule/export';
import { linear, softmax } from '@chainrule/macros';
import { tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { readLatex } from './reading/latex.ts';
import { readMathML } from './reading/mathML.ts';
import { formulaOf } from './reading/run.ts';
import { readText } from './reading/text.ts';

/** A network that is the same each time. */
function network(): Outputs {
  seed(3);
  return softmax(
    linear(
      linear([input('a'), input('b')], 5).map((z) => tanh(z)),
      3,
    ),
  );
}

test.each([
  ['toText', toText, readText],
  ['toLatex', toLatex, readLatex],
  ['toMathML', toMathML, readMathML],
] as const)('%s reads back to the values at the digits shown', (_, print, read) => {
  for (const digits of [1, 2, 4, 9, 17]) {
    const rounded = network();
    for (const each of parameters(rounded)) each.value = Number(each.value.toPrecision(digits));
    const { run } = formulaOf(read(print(network(), { digits, ops: 'expanded' })), rounded);
    for (const row of [
      [0, 0],
      [1.5, -2],
      [-0.3, 7],
    ])
      expect(run(row)).toEqual(Float64Array.from(evaluate<Outputs>(rounded, row) as number[]));
  }
});
