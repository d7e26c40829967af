import { expectTypeOf, test } from 'vitest';
import {
  constant,
  defineListOp,
  defineOp,
  evaluate,
  evaluator,
  fromJSON,
  gradcheck,
  gradient,
  input,
  inputs,
  type Nested,
  type Node,
  type NodeLike,
  parameter,
  simplify,
} from './index.ts';
import { add, multiply, select, sigmoid, subtract, sum } from './testing/vocabulary.ts';

const [a, b] = [input('a'), input('b')];
const w = parameter(1);

test('names of inputs are inferred through operations', () => {
  expectTypeOf(sigmoid(a)).toEqualTypeOf<Node<'a'>>();
  expectTypeOf(subtract(a, b)).toEqualTypeOf<Node<'a' | 'b'>>();
  expectTypeOf(add(a, 1, w)).toEqualTypeOf<Node<'a'>>();
  expectTypeOf(select(a, b, input('c'))).toEqualTypeOf<Node<'a' | 'b' | 'c'>>();
  expectTypeOf(sum([a, multiply(b, w), 3])).toEqualTypeOf<Node<'a' | 'b'>>();
  expectTypeOf(sum(inputs('v', 3))).toEqualTypeOf<Node<'v'>>();
  expectTypeOf(multiply(w, 2)).toEqualTypeOf<Node<never>>();
  expectTypeOf(sigmoid(input())).toEqualTypeOf<Node<string>>();
});

test('names are inferred through operations of one’s own', () => {
  const twice = defineOp('twice', { expand: (x) => add(x, x) });
  const distance = defineOp('distance', { expand: (x, y) => subtract(x, y) });
  const total = defineListOp('total', { expand: (xs) => sum(xs) });
  expectTypeOf(distance(twice(a), b)).toEqualTypeOf<Node<'a' | 'b'>>();
  expectTypeOf(total([a, b])).toEqualTypeOf<Node<'a' | 'b'>>();
});

test('evaluate(y, row) wants a row with every input', () => {
  const y = add(a, b);
  expectTypeOf(evaluate(y, { a: 1, b: 2 })).toBeNumber();
  expectTypeOf(evaluate(y, [1, 2])).toBeNumber();
  evaluate(y, new Float64Array([1, 2]));
  // @ts-expect-error no row
  evaluate(y);
  // @ts-expect-error b is missing
  evaluate(y, { a: 1 });
  // @ts-expect-error b is misspelled
  evaluate(y, { a: 1, B: 2 });
  // @ts-expect-error text is no number
  evaluate(y, { a: 1, b: '2' });
  // @ts-expect-error text is no row
  evaluate(y, 'a=1');
  const table = { a: 1, b: 2, more: 3 };
  evaluate(y, table);
});

test('evaluate(y) needs no row for a graph without inputs', () => {
  expectTypeOf(evaluate(constant(1))).toBeNumber();
  expectTypeOf(evaluate(add(w, 1))).toBeNumber();
  expectTypeOf(evaluate([1, w])).toEqualTypeOf<[number, number]>();
  evaluate(w, {});
  evaluate(w, []);
});

test('evaluate gives numbers in the structure of the outputs', () => {
  expectTypeOf(evaluate({ p: a, list: [b, 1] }, { a: 1, b: 2 })).toEqualTypeOf<{ p: number; list: [number, number] }>();
  const nodes: Node<'a'>[] = [a];
  expectTypeOf(evaluate(nodes, { a: 1 })).toEqualTypeOf<number[]>();
  // @ts-expect-error the list depends on b
  evaluate({ p: a, list: [b, 1] }, { a: 1 });
});

test('evaluate of a loaded model compiles, with any row', () => {
  const read = fromJSON('{}');
  expectTypeOf(evaluate(read, { a: 1 })).toEqualTypeOf<Nested<number>>();
  const known = fromJSON<{ p: Node<'a'> }>('{}');
  expectTypeOf(evaluate(known, { a: 1 })).toEqualTypeOf<{ p: number }>();
  // @ts-expect-error a is missing
  evaluate(known, { b: 1 });
});

test('an evaluator has columns in the structure of the outputs', () => {
  const predict = evaluator({ p: a, q: b });
  expectTypeOf(predict({ a: 1, b: 2 })).toEqualTypeOf<{ p: number; q: number }>();
  expectTypeOf(predict.batch([[1, 2]])).toEqualTypeOf<{ p: Float64Array; q: Float64Array }>();
  predict.batch({ a: [1], b: new Float32Array(1) });
  predict.batch([{ a: 1, b: 2 }]);
  // @ts-expect-error b is missing
  predict.batch({ a: [1] });
  // @ts-expect-error b is missing in a row
  predict.batch([{ a: 1 }]);
});

test('gradient(of, withRespectTo) has the structure of withRespectTo and the inputs of of', () => {
  const y = multiply(w, a);
  expectTypeOf(gradient(y, w)).toEqualTypeOf<Node<'a'>>();
  const slopes = gradient(y, { w, list: [a, b] as const });
  expectTypeOf(slopes.w).toEqualTypeOf<Node<'a'>>();
  expectTypeOf(evaluate(slopes, { a: 1 }).list).toExtend<readonly number[]>();
  // @ts-expect-error the gradient depends on a
  evaluate(gradient(y, w), { b: 1 });
});

test('gradcheck wants the row of its node; simplify keeps types', () => {
  gradcheck(multiply(w, a), w, { a: 1 });
  // @ts-expect-error a is missing
  gradcheck(multiply(w, a), w, {});
  expectTypeOf(simplify({ p: a })).toEqualTypeOf<{ p: typeof a }>();
});

test('anywhere a node is wanted a number will do, and nothing else', () => {
  expectTypeOf<Node>().toExtend<NodeLike>();
  expectTypeOf<5>().toExtend<NodeLike>();
  // @ts-expect-error text is no node
  add(a, 'b');
  // @ts-expect-error one argument is missing
  subtract(a);
  // @ts-expect-error a record of text is no structure of outputs
  evaluate({ p: 'a' });
});
