import { evaluate, input, inputs, type Node } from '@chainrule/core';
import { relu, tanh } from '@chainrule/ops';
import { expectTypeOf, it } from 'vitest';
import {
  embedding,
  layerNorm,
  linear,
  logSoftmax,
  mlp,
  normalize,
  oneHot,
  polynomial,
  residual,
  softmax,
  uniform,
  zeros,
} from './index.ts';

const x = input('x');
const y = input('y');
type XY = Node<'x' | 'y'>;

it('linear knows the names of its inputs and the number of its outputs', () => {
  expectTypeOf(linear([x, y], 2)).toEqualTypeOf<[XY, XY]>();
  expectTypeOf(linear([x, y], 2 as number)).toEqualTypeOf<XY[]>();
  expectTypeOf(linear([x, y], 99).length).toEqualTypeOf<99>();
  expectTypeOf(linear([x, y], 100)).toEqualTypeOf<XY[]>();
  expectTypeOf(linear([x, y], 2 as 2 | 3)).toEqualTypeOf<[XY, XY] | [XY, XY, XY]>();
  expectTypeOf(linear(linear([x, y], 16).map(tanh), 1)).toEqualTypeOf<[XY]>();
  expectTypeOf(linear({ a: x, b: y, c: 1 }, 1)).toEqualTypeOf<[XY]>();
  expectTypeOf(linear(inputs('pixel', 784), 128)).toEqualTypeOf<Node<'pixel'>[]>();
  expectTypeOf(linear([x] as Node[], 1)).toEqualTypeOf<[Node]>();
  expectTypeOf(linear([1, 2], 1)).toEqualTypeOf<[Node<never>]>();
});

it('linear gives a record for a list of names', () => {
  const { cat, dog } = linear([x, y], ['cat', 'dog']);
  expectTypeOf(cat).toEqualTypeOf<XY>();
  expectTypeOf(dog).toEqualTypeOf<XY>();
  // @ts-expect-error there is no such output
  linear([x, y], ['cat', 'dog']).cow;
});

it('mlp has as many outputs as its last width, or those with its names', () => {
  expectTypeOf(mlp([x, y], [8, 8, 3])).toEqualTypeOf<[XY, XY, XY]>();
  expectTypeOf(mlp([x, y], [8, 8, 3] as number[])).toEqualTypeOf<XY[]>();
  expectTypeOf(mlp([x, y], [8, ['cat', 'dog']], { activation: relu, output: tanh })).toEqualTypeOf<{
    cat: XY;
    dog: XY;
  }>();
});

it('softmax and logSoftmax keep the structure, and each output depends on all inputs', () => {
  expectTypeOf(softmax([x, y])).toEqualTypeOf<[XY, XY]>();
  expectTypeOf(softmax([x, y] as (typeof x | typeof y)[])).toEqualTypeOf<XY[]>();
  expectTypeOf(softmax({ a: x, b: y })).toEqualTypeOf<{ a: XY; b: XY }>();
  expectTypeOf(logSoftmax({ a: x, b: y })).toEqualTypeOf<{ a: XY; b: XY }>();
  const [p, q, r] = softmax(linear([x, y], 3));
  expectTypeOf([p, q, r]).toEqualTypeOf<XY[]>();
});

it('the other layers infer names too', () => {
  expectTypeOf(layerNorm([x, y])).toEqualTypeOf<[XY, XY]>();
  expectTypeOf(normalize({ x, y }, { mean: [0, 0], deviation: [1, 1] })).toEqualTypeOf<{ x: XY; y: XY }>();
  expectTypeOf(oneHot(x, 2)).toEqualTypeOf<[Node<'x'>, Node<'x'>]>();
  expectTypeOf(oneHot(x, ['cat', 'dog'])).toEqualTypeOf<{ cat: Node<'x'>; dog: Node<'x'> }>();
  expectTypeOf(embedding(x, 7, 2)).toEqualTypeOf<[Node<'x'>, Node<'x'>]>();
  expectTypeOf(polynomial([x, y], 2)).toEqualTypeOf<XY[]>();
  expectTypeOf(residual([x], () => [y])).toEqualTypeOf<XY[]>();
});

it('a row must bring the inputs of a layer', () => {
  const [logit] = linear([x, y], 1);
  evaluate(logit, { x: 1, y: 2 });
  // @ts-expect-error y is missing
  evaluate(logit, { x: 1 });
  // @ts-expect-error z is misspelled
  evaluate(softmax({ a: x, b: y }), { x: 1, z: 2 });
});

it('wrong arguments do not compile', () => {
  // @ts-expect-error outputs are missing
  linear([x]);
  // @ts-expect-error a node is no list
  linear(x, 1);
  // @ts-expect-error an initializer is made by calling uniform
  linear([x], 1, { initializer: uniform });
  // @ts-expect-error an initializer is made by calling zeros
  linear([x], 1, { bias: zeros });
  // @ts-expect-error an activation is a function
  mlp([x], [2, 1], { activation: 'tanh' });
  // @ts-expect-error only the last width may be a list of names
  mlp([x], [['a', 'b'], 1]);
  // @ts-expect-error a node is no list
  softmax(x);
});
