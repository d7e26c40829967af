import { expect, it } from 'vitest';
import { type ExportedModule, measure } from './measure.ts';

const doubler: ExportedModule = {
  inputs: [{ name: 'b' }, { name: 'a' }],
  predictInto: (x, y) => {
    y[0] = 2 * (x[0] as number) - (x[1] as number);
  },
  selfTest: () => 0,
  bound: 0,
};
const rows = {
  features: ['a', 'b'],
  count: 3,
  inputs: [Float64Array.of(1, 2, 3), Float64Array.of(10, 20, 30)],
  expected: [Float64Array.of(19, 38, 57)],
};
/** A clock that goes on by so much whenever it is read. */
const clock = (step: number): (() => number) => {
  let time = 0;
  return () => (time += step);
};

it('measure(module, rows) gives inputs in the module’s order, and compares', () => {
  const measured = measure(doubler, rows, clock(100));
  expect(measured).toMatchObject({ rows: 3, difference: 0, selfTest: 0, bound: 0 });
});

it('measure(module, rows) finds the largest difference of all', () => {
  const expected = [Float64Array.of(19, 38.5, 57.25)];
  expect(measure(doubler, { ...rows, expected }, clock(100)).difference).toBe(0.5);
});

it('measure(module, rows) takes NaN for infinitely far, unless it is expected', () => {
  const nan = Float64Array.of(19, Number.NaN, 57);
  expect(measure(doubler, { ...rows, expected: [nan] }, clock(100)).difference).toBe(Number.POSITIVE_INFINITY);
  const broken: ExportedModule = { ...doubler, predictInto: (_, y) => y.fill(Number.NaN) };
  const all = { ...rows, expected: [new Float64Array(3).fill(Number.NaN)] };
  expect(measure(broken, all, clock(100)).difference).toBe(0);
});

it('measure(module, rows) counts rows a second by the clock', () => {
  // three passes of 100 ms
  expect(measure(doubler, rows, clock(100)).rowsPerSecond).toBe((1000 * 9) / 300);
});

it('measure(module, rows) hands all columns to an input with a size', () => {
  const sum: ExportedModule = {
    inputs: [{ name: 'v', size: 2 }],
    predictInto: (x, y) => {
      y[0] = (x[0] as number) + (x[1] as number);
    },
  };
  const measured = measure(sum, { ...rows, expected: [Float64Array.of(11, 22, 33)] }, clock(100));
  expect(measured).toMatchObject({ difference: 0, selfTest: undefined });
});
