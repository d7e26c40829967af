import { gradient, input, lower, meanBatch, type Node, parameter, parameters, sumBatch } from '@chainrule/core';
import { add, max, multiply, square, subtract, sum } from '@chainrule/ops';
import { expect, test } from 'vitest';
import type { UpdateRule } from '../trainingLoop.ts';
import { fusedLoop } from './fusedLoop.ts';
import { isPlain } from './isPlain.ts';

const [g, p, x, rate] = [input('gradient'), input('parameter'), input('x'), parameter(0)];
const rule = (step: Node): UpdateRule => ({
  program: lower(subtract(p, multiply(rate, step))),
  memory: 0,
  scalars: (_, into) => into.fill(0.5),
});

/** It remembers eight numbers. */
const forgetful: UpdateRule = {
  ...rule(g),
  program: lower([subtract(p, g), ...Array.from({ length: 8 }, (_, i) => multiply(i + 2, input(`memory${i}`)))]),
  memory: 8,
};

function fused(size: number, update: UpdateRule): ReturnType<typeof fusedLoop> {
  const loss = meanBatch(square(sum(Array.from({ length: size }, (_, i) => multiply(parameter(i), add(x, i))))));
  const weights = parameters(loss);
  const program = lower([loss, ...gradient<Node[], Node>(loss, [...weights])]);
  const list = (): Float64Array => new Float64Array(size);
  const state = { kept: Array.from({ length: 1 + update.memory }, list), fixed: list() };
  return fusedLoop(program, update, [Float64Array.of(1, 2)], Int32Array.from(weights.keys()), state, true);
}

test('fusedLoop makes one function of a small program and a rule for each parameter', () => {
  expect(fused(50, rule(g))).toBeTypeOf('function');
});

test('fusedLoop leaves it where there is too much code, or the rule looks at all parameters', () => {
  expect(fused(500, rule(g))).toBeUndefined();
  expect(fused(2, rule(max(g, sumBatch(g))))).toBeUndefined();
  expect(fused(10, forgetful)).toBeTypeOf('function');
  expect(fused(60, forgetful)).toBeUndefined(); // few operands, many variables
});

test('isPlain is a rule for which the sign of zero in a gradient does not count', () => {
  const plain = (next: Node, memory = 0): boolean => isPlain({ ...rule(g), program: lower(next), memory });
  expect(plain(add(p, multiply(rate, g)))).toBe(true);
  expect(plain(add(p, multiply(rate, g)), 1)).toBe(false);
  expect(plain(add(g, multiply(rate, p)))).toBe(false);
  expect(plain(multiply(rate, add(g, p)))).toBe(false);
  expect(plain(add(p, multiply(rate, g, g)))).toBe(false);
  expect(plain(subtract(p, multiply(rate, g)))).toBe(false);
});
