import { evaluate, input, type Node } from '@chainrule/core';
import { expectTypeOf, it } from 'vitest';
import {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  categoricalCrossEntropyWithLogits,
  elasticNet,
  focal,
  huber,
  klDivergence,
  l2,
  quantile,
  sparseCategoricalCrossEntropy,
  squaredError,
} from './index.ts';

const x = input('x');
const y = input('y');
const z = input('z');

it('losses know the names of their inputs', () => {
  expectTypeOf(squaredError(x, y)).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(squaredError(x, 1)).toEqualTypeOf<Node<'x'>>();
  expectTypeOf(binaryCrossEntropy(x, y)).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(huber(x, y)).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(huber(x, 1, z)).toEqualTypeOf<Node<'x' | 'z'>>();
  expectTypeOf(quantile(x, y, 0.5)).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(focal(x, y)).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(focal(x, y, { gamma: z, alpha: 0.25 })).toEqualTypeOf<Node<'x' | 'y' | 'z'>>();
  expectTypeOf(categoricalCrossEntropy([x, 0.5], [y, 1])).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(categoricalCrossEntropy({ a: x, b: y }, { a: z, b: 1 })).toEqualTypeOf<Node<'x' | 'y' | 'z'>>();
  expectTypeOf(categoricalCrossEntropyWithLogits([x], [y])).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(sparseCategoricalCrossEntropy([x, y], z)).toEqualTypeOf<Node<'x' | 'y' | 'z'>>();
  expectTypeOf(sparseCategoricalCrossEntropy([x, y], 1)).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(klDivergence([x], [y])).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(l2([x, y], 0.1)).toEqualTypeOf<Node<'x' | 'y'>>();
  expectTypeOf(elasticNet([x], y, z)).toEqualTypeOf<Node<'x' | 'y' | 'z'>>();
});

it('losses of numbers need no row', () => {
  expectTypeOf(evaluate(huber(3, 1, 1))).toEqualTypeOf<number>();
  expectTypeOf(evaluate(categoricalCrossEntropy([0.5, 0.5], [1, 0]))).toEqualTypeOf<number>();
  // @ts-expect-error the row is missing
  evaluate(huber(x, 1));
});

it('wrong arguments do not compile', () => {
  // @ts-expect-error the target is missing
  squaredError(x);
  // @ts-expect-error tau is missing
  quantile(x, y);
  // @ts-expect-error a string is no node
  huber(x, 'y');
  // @ts-expect-error a node is no list
  categoricalCrossEntropy(x, [1]);
  // @ts-expect-error there is no such option
  focal(x, y, { beta: 1 });
});
