import { expect, test } from 'vitest';
import { defineMacro, input, type Node, parameter, topologicalOrder } from './index.ts';
import { scopesOf } from './scopes.ts';
import { add, multiply, sigmoid } from './testing/vocabulary.ts';

const affine = defineMacro('affine', (x: Node) => add(multiply(parameter(2), x), parameter(1)));
const unit = defineMacro('unit', (x: Node) => sigmoid(affine(x)));

test('defineMacro(name, build) gives build under a name', () => {
  expect(affine.name).toBe('affine');
  expect(defineMacro('pair', (a: number, b: string) => [a, b])(1, 'two')).toEqual([1, 'two']);
});

test('nodes know the innermost macro call that built them, and it the one around it', () => {
  const x = input('x');
  const y = unit(x) as Node & { readonly args: readonly Node[] };
  expect(x.scope).toBeUndefined();
  expect(y.scope).toMatchObject({ macro: 'unit', parent: undefined });
  expect(y.args[0]?.scope).toMatchObject({ macro: 'affine', parent: y.scope });
  expect(add(y, 1).scope).toBeUndefined();
});

test('scopesOf(nodes) labels macro calls by number, in order of creation, counted per graph', () => {
  unit(input('another graph'));
  const x = input('x');
  const inner = unit(x);
  const { list, labelOf } = scopesOf(topologicalOrder([add(affine(inner), unit(inner))]).nodes);
  expect(list.map(labelOf)).toEqual(['unit#1', 'affine#1', 'affine#2', 'unit#2', 'affine#3']);
});

test('scopesOf lists a macro call that made no node itself', () => {
  const outer = defineMacro('outer', (x: Node) => affine(x));
  const { list, labelOf } = scopesOf(topologicalOrder([outer(input('x'))]).nodes);
  expect(list.map(labelOf)).toEqual(['outer#1', 'affine#1']);
});

test('an error inside a macro leaves no scope behind', () => {
  const broken = defineMacro('broken', (): Node => {
    throw new Error('broken');
  });
  const outer = defineMacro('outer', (x: Node): readonly [Node, Node] => {
    expect(() => broken()).toThrow('broken');
    return [add(x, 1), affine(x)];
  });
  expect(() => broken()).toThrow('broken');
  expect(input('x').scope).toBeUndefined();
  expect(outer(input('x'))[0].scope).toMatchObject({ macro: 'outer', parent: undefined });
});
