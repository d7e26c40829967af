import { input, inputs, type Node, parameter } from '@chainrule/core';
import { add, multiply, sum } from '@chainrule/ops';
import { expectTypeOf, test } from 'vitest';
import { compile, type EngineReport } from './index.ts';

const [a, b] = [input('a'), input('b')];
const y = add(a, b);

test('compile(y)(row) wants a row with every input', () => {
  const predict = compile(y);
  expectTypeOf(predict({ a: 1, b: 2 })).toEqualTypeOf<number>();
  expectTypeOf(predict([1, 2])).toEqualTypeOf<number>();
  predict(new Float64Array([1, 2]));
  // @ts-expect-error no row
  predict();
  // @ts-expect-error b is missing
  predict({ a: 1 });
  // @ts-expect-error b is misspelled
  predict({ a: 1, B: 2 });
  // @ts-expect-error text is no number
  predict({ a: 1, b: '2' });
  const table = { a: 1, b: 2, more: 3 };
  predict(table);
});

test('a graph without inputs needs no row', () => {
  expectTypeOf(compile(multiply(parameter(1), 2))()).toEqualTypeOf<number>();
});

test('structure in, structure out, for rows and batches', () => {
  const predict = compile({ y, list: [a, 3], deep: { b } });
  expectTypeOf(predict([1, 2])).toEqualTypeOf<{ y: number; list: [number, number]; deep: { b: number } }>();
  const columns = predict.batch({ a: [1], b: [2] });
  expectTypeOf(columns.list[1]).toEqualTypeOf<Float64Array>();
  expectTypeOf(predict.batch([{ a: 1, b: 2 }], columns)).toEqualTypeOf(columns);
  // @ts-expect-error there is no such output
  columns.z;
  expectTypeOf(compile(y).batch([[1, 2]])).toEqualTypeOf<Float64Array>();
});

test('predict.batch wants all columns, and columns of the right structure to fill', () => {
  const predict = compile({ y });
  predict.batch({ a: new Float64Array(1), b: [2] });
  // @ts-expect-error b is missing
  predict.batch({ a: [1] });
  // @ts-expect-error b is missing in a row
  predict.batch([{ a: 1 }]);
  // @ts-expect-error y is missing
  predict.batch({ a: [1], b: [2] }, {});
  // @ts-expect-error a list is no Float64Array
  predict.batch({ a: [1], b: [2] }, { y: [0] });
});

test('vector inputs take arrays', () => {
  const predict = compile(sum(inputs('v', 3)));
  predict({ v: [1, 2, 3] });
  predict.batch({ v: [[1, 2, 3]] });
});

test('lists of nodes give lists', () => {
  const nodes = [a, b] as readonly Node<'a' | 'b'>[];
  expectTypeOf(compile(nodes)([1, 2])[0]).toEqualTypeOf<number | undefined>();
});

test('engines are known by name', () => {
  expectTypeOf(compile(y).engine.single).toEqualTypeOf<EngineReport>();
  expectTypeOf<EngineReport['name']>().toEqualTypeOf<'interpreter' | 'javascript' | 'wasm'>();
  compile(y, { engine: 'wasm', precision: 'f32', fast: true });
  // @ts-expect-error there is no such engine
  compile(y, { engine: 'gpu' });
  // @ts-expect-error there is no such precision
  compile(y, { precision: 'f16' });
  // @ts-expect-error there is no such option
  compile(y, { threads: 2 });
});
