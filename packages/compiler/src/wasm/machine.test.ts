import { straight } from '@chainrule/blocks';
import { input, interpreter, lower, meanBatch, type Parameter, parameter } from '@chainrule/core';
import { add, atan2, cos, exp, max, min, multiply, relu, sin, subtract, tanh } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { machine } from '../machine.ts';
import { reversed } from '../testing/engines.ts';
import { columnsFor, difference, distance, resultsOf } from '../testing/samples.ts';
import { wasmMachine } from './machine.ts';

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

describe('a layer whose weights lie', () => {
  const xs = Array.from({ length: 9 }, (_, k) => input(`x${k}`));
  const weights = Array.from({ length: 7 }, () => Array.from({ length: 9 }, (_, k) => parameter(Math.sin(k + 1))));
  it.each([
    ['in order', (i: number, k: number) => weights[i]?.[k]],
    ['backwards', (i: number, k: number) => weights[6 - i]?.[8 - k]],
    ['with rows backwards and terms in no order', (i: number, k: number) => weights[6 - i]?.[(4 * k + 4) % 9]],
  ])('%s has the bits of the interpreter', (_, weight) => {
    const rows = weights.map((_, i) => add(...xs.map((x, k) => multiply(weight(i, k) as Parameter, x))));
    const program = lower([add(...weights.flat()), ...rows]); // the first output puts the parameters in their order
    const columns = columnsFor(program, 70);
    const found = resultsOf(machine(program, { engine: 'wasm' }), columns, 70);
    expect(difference(resultsOf(interpreter(program), columns, 70), found)).toBeUndefined();
    const short = resultsOf(machine(program, { engine: 'wasm', precision: 'f32' }), columns, 70);
    expect(distance(found, short)).toBeLessThan(1e-4);
  });
});

describe('the greater and the lesser of x and 0, −0 or 1', () => {
  const special = [0, -0, 1, -1, 1e-40, -1e-40, 1e30, Infinity, -Infinity, NaN];
  const columns = [0, 1].map((k) =>
    Float64Array.from({ length: 100 }, (_, i) => special[Math.floor(i / 10 ** k) % 10]!),
  );
  const of = [
    relu(a),
    ...[0, -0, 1].flatMap((c) => [max, min].flatMap((g) => [g(a, c), g(c, a), g(a, c, b), g(a, b, c)])),
  ];

  it.each([true, false])('have the bits of the interpreter on special values (simplify: %s)', (simplify) => {
    const program = lower(of, { simplify });
    const expected = resultsOf(interpreter(program), columns, 100);
    expect(difference(expected, resultsOf(machine(program, { engine: 'wasm' }), columns, 100))).toBeUndefined();
    const short = resultsOf(machine(program, { engine: 'wasm', precision: 'f32' }), columns, 100);
    expect(
      difference(
        expected.map((list) => list.map(Math.fround)),
        short,
      ),
    ).toBeUndefined();
  });
});

describe('functions of numbers that are the same for the whole batch', () => {
  const p = Array.from({ length: 7 }, (_, i) => parameter(Math.cos(5 * i)));
  const of = p.flatMap((x, i) => [sin(x), exp(multiply(x, i)), cos(tanh(x)), sin(exp(sin(x))), cos(x), atan2(x, i)]);

  it('give the bits of the interpreter', () => {
    const program = lower(of);
    const expected = resultsOf(interpreter(program), [], 1);
    expect(difference(expected, resultsOf(machine(program, { engine: 'wasm' }), [], 1))).toBeUndefined();
    const short = machine(program, { engine: 'wasm', precision: 'f32' });
    expect(distance(expected, resultsOf(short, [], 1))).toBeLessThan(1e-5);
  });

  it('fill the lanes of vectors: two take about as much code as one', () => {
    const codeOf = (count: number): number =>
      wasmMachine(straight(lower(p.slice(0, count).map((x) => exp(x)))), { precision: 'f64', fast: false }).bytes.code;
    expect(codeOf(2) - codeOf(1)).toBeLessThan(0.2 * codeOf(1));
  });
});
