import { gradient, input, interpreter, lower, meanBatch, type Node, type Program, parameter } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, multiply } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { descentOfOne } from './descentOfOne.ts';

const [x, y] = [input('x'), input('y')];

/** Loss and gradient of a line with these parameters. */
function line(slope: number, offset: number): Program {
  const [w, b] = [parameter(slope), parameter(offset)];
  const loss = meanBatch(squaredError(add(multiply(w, x), b), y));
  return lower([loss, ...gradient<Node[], Node>(loss, [w, b])]);
}

function run(program: Program, sample: readonly number[]): number[] {
  const results = Array.from(program.outputs, () => new Float64Array(1));
  const columns = sample.map((value) => Float64Array.of(value));
  interpreter(program).run(columns, 1, results);
  return results.map(([value]) => value as number);
}

const spelled = ({ primitives, op, length }: Program): string[] =>
  Array.from({ length }, (_, id) => primitives[(op[id] as number) - 3]?.name).filter((name) => name !== undefined);

test('descentOfOne divides by no count, and the error is doubled beside the way to the gradient', () => {
  expect(spelled(line(1, 2)).filter((name) => name === 'divide')).toHaveLength(2);
  expect(spelled(descentOfOne(line(1, 2), false)).join(' ')).toBe(
    'multiply add subtract multiply sumBatch multiply multiply multiply',
  );
});

test('descentOfOne keeps the bits wherever all its outputs are finite, and those are it that could overflow', () => {
  const values = [0, -0, 1.1, -0.7, 5e-324, -3e-310, 1e-160, 1e160, 1.7e308, -1.7e308];
  let [same, lost] = [0, 0];
  for (const slope of values)
    for (const a of values)
      for (const b of values) {
        const given = line(slope, -0.3);
        const [expected, found] = [run(given, [a, b]), run(descentOfOne(given, true), [a, b])];
        if (!found.every(Number.isFinite)) lost++;
        else {
          expect(found.slice(0, 3)).toEqual(expected);
          same++;
        }
        if (expected.every(Number.isFinite) && expected.every((value) => Math.abs(value) < 2 ** 500))
          expect(found.every(Number.isFinite)).toBe(true);
      }
  expect([same, lost].every((count) => count > 200)).toBe(true);
});

test('descentOfOne shows what is doubled among the outputs, unless it is one', () => {
  expect(descentOfOne(line(1, 2), true).outputs).toHaveLength(4);
  expect(descentOfOne(line(1, 2), false).outputs).toHaveLength(3);
});

test('descentOfOne keeps the sign of zero in the gradient as a sum has it, if it counts', () => {
  const [signed, unsigned] = [true, false].map((isSigned) => run(descentOfOne(line(0, 0), isSigned), [-3, 0]));
  expect(run(line(0, 0), [-3, 0]).slice(1)).toEqual([0, 0]);
  expect(signed?.slice(1, 3)).toEqual([0, 0]);
  expect(unsigned?.slice(1, 3)).toEqual([-0, 0]);
});
