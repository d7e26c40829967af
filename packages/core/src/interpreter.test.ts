import { expect, test } from 'vitest';
import {
  evaluate,
  type InputField,
  input,
  inputs,
  interpreter,
  lower,
  type Node,
  parameter,
  sumBatch,
} from './index.ts';
import * as ops from './testing/vocabulary.ts';

const [x, y, p] = [input('x'), input('y'), parameter(2)];

test('interpreter(program).run writes one number per sample, or one for the batch, as the rank of an output says', () => {
  const machine = interpreter(lower([ops.multiply(p, x), sumBatch(x), ops.square(p), 7]));
  const results = [new Float64Array(3), new Float64Array(1), new Float64Array(1), new Float64Array(1)];
  machine.run([[1, 2, 3]], 3, results);
  expect(results.map((list) => Array.from(list))).toEqual([[2, 4, 6], [6], [4], [7]]);
  expect(machine.program.outputs.length).toBe(4);
});

test('interpreter(program).run reads the samples that `rows` names, in that order', () => {
  const machine = interpreter(lower([ops.subtract(x, y), sumBatch(x)]));
  const results = [new Float64Array(4), new Float64Array(1)];
  const columns = [
    [10, 20, 30, 40],
    [1, 2, 3, 4],
  ];
  machine.run(columns, 4, results, [3, 0, 0, 2]);
  expect(Array.from(results[0] as Float64Array)).toEqual([36, 9, 9, 27]);
  expect(results[1]?.[0]).toBe(90);
  machine.run(columns, 2, results, Int32Array.of(1, 2));
  expect(Array.from(results[0] as Float64Array).slice(0, 2)).toEqual([18, 27]);
  expect(results[1]?.[0]).toBe(50);
});

test('interpreter(program).run gives the same with `rows` in order as without', () => {
  const machine = interpreter(lower([ops.sin(x), sumBatch(ops.exp(x))]));
  const column = Array.from({ length: 200 }, (_, i) => Math.sin(i));
  const run = (rows?: number[]): number[][] => {
    const results = [new Float64Array(200), new Float64Array(1)];
    machine.run([column], 200, results, rows);
    return results.map((list) => Array.from(list));
  };
  expect(run(Array.from({ length: 200 }, (_, i) => i))).toEqual(run());
});

test('one machine runs batches of any size, one after another', () => {
  const machine = interpreter(lower([ops.multiply(x, p), sumBatch(x), sumBatch(1)]));
  for (const count of [1, 1000, 3, 64, 65, 1, 63, 128, 2]) {
    const column = Array.from({ length: count }, (_, i) => i + 1);
    const results = [new Float64Array(count), new Float64Array(1), new Float64Array(1)];
    machine.run([column], count, results);
    expect(Array.from(results[0] as Float64Array)).toEqual(column.map((value) => 2 * value));
    expect(results[1]?.[0]).toBe((count * (count + 1)) / 2);
    expect(results[2]?.[0]).toBe(count);
  }
});

test('one machine runs batches of any size where samples depend on sums over the batch', () => {
  const machine = interpreter(lower([ops.subtract(x, ops.divide(sumBatch(x), sumBatch(1))), sumBatch(x)]));
  for (const count of [3, 200, 1, 65, 2]) {
    const column = Array.from({ length: count }, (_, i) => i);
    const results = [new Float64Array(count), new Float64Array(1)];
    machine.run([column], count, results);
    expect(Array.from(results[0] as Float64Array)).toEqual(column.map((value) => value - (count - 1) / 2));
    expect(results[1]?.[0]).toBe((count * (count - 1)) / 2);
  }
});

test('a machine sees parameters that change between runs, and keeps its constants', () => {
  const q = parameter(1);
  const machine = interpreter(lower(ops.add(ops.multiply(q, 10), x)));
  const result = [new Float64Array(2)];
  for (const value of [1, 5, -2]) {
    q.value = value;
    machine.run([[1, 2]], 2, result);
    expect(Array.from(result[0] as Float64Array)).toEqual([10 * value + 1, 10 * value + 2]);
  }
});

test('a program larger than the memory limit goes through in shorter pieces, with the same bits', () => {
  // so many values per sample that 64 samples do not fit
  let z: Node = x;
  for (let i = 0; i < 150_000; i++) z = ops.add(z, i % 2 === 0 ? x : -0.5);
  const machine = interpreter(lower([z, sumBatch(z)]));
  const column = Array.from({ length: 130 }, (_, i) => Math.sin(i));
  const results = [new Float64Array(130), new Float64Array(1)];
  machine.run([column], 130, results);
  const single = interpreter(lower(z));
  const one = [new Float64Array(1)];
  for (const s of [0, 1, 55, 56, 127, 129]) {
    single.run([[column[s] as number]], 1, one);
    expect(results[0]?.[s]).toBe(one[0]?.[0]);
  }
  const small = interpreter(lower([sumBatch(x)]));
  small.run([results[0] as Float64Array], 130, one);
  expect(results[1]?.[0]).toBe(one[0]?.[0]);
}, 60_000);

test('runs after the first allocate nothing of size', () => {
  const wide = ops.sum(inputs('v', 20).map((v) => ops.tanh(ops.multiply(v, p))));
  const program = lower([wide, sumBatch(wide)]);
  const machine = interpreter(program);
  const columns = program.fields.flatMap((field: InputField) =>
    Array.from({ length: field.size ?? 1 }, () => new Float64Array(1000).fill(0.3)),
  );
  const results = [new Float64Array(1000), new Float64Array(1)];
  const original = globalThis.Float64Array;
  machine.run(columns, 1000, results);
  let made = 0;
  class Counted extends original {
    constructor(...args: ConstructorParameters<Float64ArrayConstructor>) {
      super(...args);
      made++;
    }
  }
  globalThis.Float64Array = Counted as unknown as Float64ArrayConstructor;
  try {
    for (const count of [1000, 10, 1000, 1]) machine.run(columns, count, results);
  } finally {
    globalThis.Float64Array = original;
  }
  expect(made).toBe(0);
  expect(results[1]?.[0]).toBeCloseTo(evaluate(wide, { v: Array(20).fill(0.3) }), 12);
});

test('sums and products of any number of arguments run from left to right', () => {
  const big = 2 ** 53;
  expect(evaluate(ops.add(x, 1, 1, ops.negate(x)), { x: big })).toBe(0);
  expect(evaluate(ops.add(1, 1, x, ops.negate(x)), { x: big })).toBe(2);
  expect(evaluate(ops.multiply(x, x, 1e-300), { x: 1e200 })).toBe(Number.POSITIVE_INFINITY);
  expect(evaluate(ops.multiply(x, 1e-300, x), { x: 1e200 })).toBe(1e100);
  expect(evaluate([ops.max(x, 3, 7, 5), ops.min(x, 3, 7, 5)], { x: 4 })).toEqual([7, 3]);
});

test('a list of one argument runs without simplification, too', () => {
  const results = [new Float64Array(2), new Float64Array(1)];
  interpreter(lower([ops.add(x), ops.max(p)], { simplify: false })).run([[3, 4]], 2, results);
  expect(results.map((list) => Array.from(list))).toEqual([[3, 4], [2]]);
});

test('uniform and per-sample arguments mix in every place of an operation', () => {
  const c = ops.less(0, x);
  const outputs = [ops.select(c, p, x), ops.select(c, x, p), ops.select(p, x, 1), ops.select(0, 1, ops.add(p, 1))];
  const results = [new Float64Array(2), new Float64Array(2), new Float64Array(2), new Float64Array(1)];
  interpreter(lower(outputs)).run([[-1, 3]], 2, results);
  expect(results.map((list) => Array.from(list))).toEqual([[-1, 2], [2, 3], [-1, 3], [3]]);
});
