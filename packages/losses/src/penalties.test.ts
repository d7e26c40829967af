import { evaluate, funcify, GraphError, gradient, input, parameter, parameters } from '@chainrule/core';
import { add, multiply } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { elasticNet, l1, l2 } from './index.ts';

const weights = [parameter(3), parameter(-4), parameter(0)];

describe('l1', () => {
  it('is λ·Σ|p|, with derivative λ·sign p, 0 at 0', () => {
    expect(evaluate(l1(weights, 0.5))).toBe(3.5);
    expect(evaluate(gradient(l1(weights, 0.5), weights))).toEqual([0.5, -0.5, 0]);
    expect(funcify(l1([input('a'), input('b')], 0.5))).toBe('0.5 * (abs(a) + abs(b))');
  });
});

describe('l2', () => {
  it('is λ·Σp², neither half of it nor its root, with derivative 2·λ·p', () => {
    expect(evaluate(l2(weights, 0.5))).toBe(12.5);
    expect(evaluate(gradient(l2(weights, 0.5), weights))).toEqual([3, -4, 0]);
    expect(funcify(l2([input('a'), input('b')], 0.5))).toBe('0.5 * (a ** 2 + b ** 2)');
  });
});

describe('elasticNet', () => {
  it('is the sum of both', () => {
    expect(evaluate(elasticNet(weights, 0.5, 0.25))).toBe(3.5 + 6.25);
    expect(evaluate(gradient(elasticNet(weights, 0.5, 0.25), weights))).toEqual([2, -2.5, 0]);
  });
});

it('a penalty has one value for a whole batch', () => {
  expect(l1(weights, 0.1).rank).toBe(0);
  expect(l2(weights, 0.1).rank).toBe(0);
  expect(elasticNet(weights, 0.1, 0.1).rank).toBe(0);
});

it('penalties take records, numbers, and a strength that is a node', () => {
  const strength = input('strength');
  expect(evaluate(l2({ a: 3, b: 4 }, strength), { strength: 2 })).toBe(50);
  expect(evaluate(l1([1, -2], 0))).toBe(0);
});

it('l2(parameters(loss), λ) can be added to the loss', () => {
  const w = parameter(3);
  const loss = multiply(w, input('x'));
  expect(evaluate(add(loss, l2(parameters(loss), 2)), { x: 1 })).toBe(3 + 18);
});

it('penalties reject negative or infinite strengths, and empty lists', () => {
  for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    const message = `strength is ${wrong}, expected a finite number that is not below 0, such as 0.001.`;
    expect(() => l1(weights, wrong)).toThrow(GraphError);
    expect(() => l1(weights, wrong)).toThrow(`l1: ${message}`);
    expect(() => l2(weights, wrong)).toThrow(`l2: ${message}`);
  }
  expect(() => l2([], 0.1)).toThrow('l2: parameters are empty. Give at least one.');
});
