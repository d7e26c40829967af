import { input, lower, parameter } from '@chainrule/core';
import { add, multiply } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { rowEngine } from './rowEngine.ts';

test('engines of one graph keep their values apart, and see its parameters change', () => {
  const w = parameter(2);
  const xs = Array.from({ length: 20 }, (_, i) => input(`x${i}`));
  const program = lower([add(...xs.map((x) => multiply(w, x))), w]);
  const engines = [rowEngine(program), rowEngine(program)];
  const results = [new Float64Array(1), new Float64Array(1)];
  const run = (engine: number, value: number): number[] => {
    engines[engine]?.(
      xs.map(() => Float64Array.of(0, value)),
      1,
      results,
      [1],
    );
    return results.flatMap((list) => [...list]);
  };
  expect(run(0, 1)).toEqual([40, 2]);
  expect(run(1, 3)).toEqual([120, 2]);
  w.value = 5;
  expect(run(0, 1)).toEqual([100, 5]);
  expect(run(1, 3)).toEqual([300, 5]);
});
