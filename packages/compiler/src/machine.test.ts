import {
  apply,
  gradient,
  input,
  interpreter,
  lower,
  type Machine,
  meanBatch,
  type Node,
  type Program,
  parameter,
  primitiveNames,
  primitives,
  randomGenerator,
  sumBatch,
} from '@chainrule/core';
import { add, exp, max, multiply, relu, subtract, sum, tanh } from '@chainrule/ops';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchVocabulary, buildGraph, plan, runs } from '../../core/src/testing/randomGraph.ts';
import { machine } from './machine.ts';
import { reversed } from './testing/engines.ts';
import { columnsFor, counts, difference, resultsOf, special } from './testing/samples.ts';

/** Where a machine differs from the interpreter, as text, or undefined. */
function differs(
  found: Machine,
  columns: readonly ArrayLike<number>[],
  count: number,
  rows?: ArrayLike<number>,
): string | undefined {
  const expected = resultsOf(interpreter(found.program), columns, count, rows);
  return difference(expected, resultsOf(found, columns, count, rows));
}

/** How many of the numbers that come in are special ones. */
const share = 0.1;

const javascriptMachine = (program: Program): Machine => machine(program, { engine: 'javascript' });

const [x, y, p, q] = [input('x'), input('y'), parameter(0.75), parameter(-1.5)];

test.each([true, false])(
  'javascript gives the bits of the interpreter on random graphs and their gradients (simplify: %s)',
  (simplify) => {
    fc.assert(
      fc.property(plan, fc.integer(), (steps, seed) => {
        const { of, others, targets } = buildGraph(steps, batchVocabulary);
        const generator = randomGenerator(seed);
        const program = lower([of, ...others, ...gradient<Node[], Node>(meanBatch(of), targets.slice(0, 7))], {
          simplify,
        });
        const machine = javascriptMachine(program);
        for (const count of [1, counts[1 + generator.integer(counts.length - 1)] as number]) {
          const columns = columnsFor(program, count + 1, share, seed);
          const rows = generator.integer(2) === 0 ? undefined : reversed(count + 1);
          expect(differs(machine, columns, count, rows)).toBeUndefined();
        }
      }),
      runs(1500),
    );
  },
  600_000,
);

describe.each(primitiveNames)('%s', (name) => {
  const primitive = primitives[name];
  const arity = primitive.arity ?? 3;
  const nodes = ['a', 'b', 'c'].slice(0, arity).map((letter) => input(letter));
  const grid = nodes.map((_, k) =>
    Float64Array.from(
      { length: special.length ** arity },
      (_, i) => special[Math.floor(i / special.length ** k) % special.length] as number,
    ),
  );

  test('has the bits of its definition on special values', () => {
    const machine = javascriptMachine(lower(apply(primitive, nodes), { simplify: false }));
    expect(differs(machine, grid, (grid[0] as Float64Array).length)).toBeUndefined();
  });

  test('has them for one sample, where its arguments are parameters or constants', () => {
    const weights = nodes.map(() => parameter(0));
    const last = nodes.map((_, k) => (k === arity - 1 ? 1 : (weights[k] as Node)));
    const program = lower([apply(primitive, weights), apply(primitive, last)], { simplify: false });
    const machine = javascriptMachine(program);
    for (let i = 0; i < (grid[0] as Float64Array).length; i += 1 + Math.floor(i / 300)) {
      weights.forEach((weight, k) => {
        weight.value = grid[k]?.[i] as number;
      });
      for (const count of [1, 3]) expect(differs(machine, [], count)).toBeUndefined();
    }
  });
});

test.each(special)('a constant %d keeps its bits', (value) => {
  const of = [add(x, value), multiply(x, value), subtract(value, x), subtract(x, value), max(value, x)];
  const program = lower([...of, value, sumBatch(multiply(value, p))], { simplify: false });
  for (const count of [1, special.length])
    expect(differs(javascriptMachine(program), [Float64Array.from(special)], count)).toBeUndefined();
});

test('x / 1, x · 1 and x − 0 keep the sign of zero, x + 0 does not', () => {
  const program = lower([apply(primitives.divide, [x, 1]), multiply(1, x, 1), subtract(x, 0), add(x, 0)], {
    simplify: false,
  });
  const results = resultsOf(javascriptMachine(program), [Float64Array.of(-0)], 1);
  expect(results.map((list) => list[0])).toEqual([-0, -0, -0, 0]);
});

describe.each(counts)('a batch of %i', (count) => {
  // one special number makes every sum over the batch special
  const wrong = (...outputs: Node[]): string | undefined => {
    const machine = javascriptMachine(lower(outputs, { simplify: false }));
    const found = [0, share].map((some) => differs(machine, columnsFor(machine.program, count, some), count));
    return found[0] ?? found[1];
  };

  test('of uniform values only', () => {
    expect(wrong(p, multiply(p, q), sumBatch(exp(p)), add(sumBatch(1), 2))).toBeUndefined();
  });

  test('whose outputs are leaves, and sums of them', () => {
    expect(wrong(x, p, y, sumBatch(x), x, sumBatch(p), sumBatch(sumBatch(x)))).toBeUndefined();
  });

  test('whose samples wait for sums over the batch, more than once', () => {
    const centred = subtract(x, meanBatch(x));
    const scaled = multiply(centred, exp(meanBatch(multiply(centred, centred, p))));
    const again = subtract(scaled, meanBatch(add(multiply(scaled, y), centred)));
    expect(wrong(again, centred, scaled, sumBatch(again), multiply(sumBatch(scaled), p), y)).toBeUndefined();
  });
});

test('one machine runs batches of any size, one after another, and sees changed parameters', () => {
  const [a, b] = [parameter(1), parameter(2)];
  const output = tanh(add(multiply(a, x), b));
  const loss = meanBatch(output);
  const program = lower([loss, subtract(output, loss), ...gradient<Node[], Node>(loss, [a, b])]);
  const machine = javascriptMachine(program);
  const generator = randomGenerator(3);
  for (const count of [1, 2, 200, 3, 64, 1, 128, 300, 1]) {
    a.value = generator.uniform(-1, 1);
    expect(differs(machine, columnsFor(program, count, share, generator.integer(1000)), count)).toBeUndefined();
    b.value = -a.value;
    expect(differs(machine, columnsFor(program, count, share, generator.integer(1000)), count)).toBeUndefined();
  }
});

describe('programs beyond one function', () => {
  const generator = randomGenerator(1);
  const weights = Array.from({ length: 3000 }, () => parameter(generator.uniform(-1, 1)));
  const chain = weights.reduce<Node>(
    (value, weight, i) => (i % 3 === 0 ? tanh(add(value, weight)) : multiply(value, add(weight, y))),
    x,
  );
  const long = add(...weights.map((weight, i) => multiply(weight, i % 2 === 0 ? x : y)));
  const penalty = sum(weights.map((weight) => multiply(weight, weight)));
  const loss = add(meanBatch(multiply(long, long)), penalty, meanBatch(chain));

  test.each([1, 2, 67])('give the bits of the interpreter, %i samples', (count) => {
    const program = lower([
      chain,
      long,
      penalty,
      loss,
      subtract(long, meanBatch(long)),
      ...gradient<Node[], Node>(loss, weights),
    ]);
    expect(program.length).toBeGreaterThan(20_000);
    expect(differs(javascriptMachine(program), columnsFor(program, count, share), count)).toBeUndefined();
  });

  test('of 300,000 instructions too', () => {
    let state: Node = x;
    for (let i = 0; i < 110_000; i++) state = relu(add(multiply(weights[i % 3000] as Node, state), i % 7));
    const program = lower([state, sumBatch(state)]);
    expect(program.length).toBeGreaterThan(300_000);
    for (const count of [1, 2])
      expect(differs(javascriptMachine(program), [Float64Array.of(0.5, -2)], count)).toBeUndefined();
  }, 60_000);
});
