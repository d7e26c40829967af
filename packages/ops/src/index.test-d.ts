import { input, inputs, type Node, parameter } from '@chainrule/core';
import { describe, expectTypeOf, it } from 'vitest';
import { add, clamp, dot, hypot, logSumExp, mean, multiply, relu, select, sigmoid, sum, tanh } from './index.ts';

const a = input('a');
const b = input('b');
const c = input('c');

describe('the type of a node names the inputs that it depends on', () => {
  it('of one argument', () => {
    expectTypeOf(tanh(a)).toEqualTypeOf<Node<'a'>>();
    expectTypeOf(sigmoid(1)).toEqualTypeOf<Node<never>>();
    expectTypeOf(relu(parameter())).toEqualTypeOf<Node<never>>();
  });
  it('of several', () => {
    expectTypeOf(add(a, b)).toEqualTypeOf<Node<'a' | 'b'>>();
    expectTypeOf(multiply(2, a, add(b, c), parameter())).toEqualTypeOf<Node<'a' | 'b' | 'c'>>();
    expectTypeOf(hypot(a, 1)).toEqualTypeOf<Node<'a'>>();
    expectTypeOf(clamp(a, 0, b)).toEqualTypeOf<Node<'a' | 'b'>>();
    expectTypeOf(select(a, b, c)).toEqualTypeOf<Node<'a' | 'b' | 'c'>>();
  });
  it('of lists', () => {
    expectTypeOf(sum([a, b, 1])).toEqualTypeOf<Node<'a' | 'b'>>();
    expectTypeOf(mean(inputs('pixel', 784))).toEqualTypeOf<Node<'pixel'>>();
    expectTypeOf(logSumExp([tanh(a), c])).toEqualTypeOf<Node<'a' | 'c'>>();
    expectTypeOf(dot([a, 1], [b, c])).toEqualTypeOf<Node<'a' | 'b' | 'c'>>();
  });
  it('through map', () => {
    expectTypeOf([a, b].map(tanh)).toExtend<readonly Node[]>();
    expectTypeOf(inputs('pixel', 4).map((x) => relu(x))).toEqualTypeOf<Node<'pixel'>[]>();
  });
});

describe('wrong arguments do not compile', () => {
  it('in number', () => {
    // @ts-expect-error one argument is missing
    hypot(a);
    // @ts-expect-error one argument too many
    tanh(a, b);
  });
  it('in kind', () => {
    // @ts-expect-error a text is no number
    add(a, '1');
    // @ts-expect-error a list is wanted
    mean(a);
  });
});
