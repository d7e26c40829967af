import { input, type Node } from '@chainrule/core';
import { add, multiply } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { compile } from './index.ts';

test('a record may have an output called __proto__, a number or a record', () => {
  const x = input('x');
  const outputs = { a: add(x, 1), ['__proto__']: multiply(x, 10), deep: { ['__proto__']: { b: x } } };
  const predict = compile<Readonly<Record<string, Node>>>(outputs as never);
  const row = predict([2]);
  expect(Object.entries(row)).toEqual([
    ['a', 3],
    ['__proto__', 20],
    ['deep', JSON.parse('{ "__proto__": { "b": 2 } }')],
  ]);
  const batch = predict.batch([[2], [3]]);
  expect(Object.keys(batch)).toEqual(['a', '__proto__', 'deep']);
  for (const record of [row, batch, row['deep'], batch['deep']])
    expect(Object.getPrototypeOf(record) === Object.prototype).toBe(true);
  expect(Object.entries(predict.batch([[4], [5]], batch)).slice(0, 2)).toEqual([
    ['a', Float64Array.of(5, 6)],
    ['__proto__', Float64Array.of(40, 50)],
  ]);
});
