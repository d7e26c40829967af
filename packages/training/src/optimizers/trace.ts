import type { Node } from '@chainrule/core';
import { check } from '../check.ts';
import { defineRule } from './defineRule.ts';
import { add, multiply } from './expressions.ts';
import type { Transform } from './transform.ts';

/**
 * Momentum: follows a running sum of the updates instead of each one. With `nesterov`, looks one step ahead.
 *
 * v ← decay · v + g, u = v; Nesterov: u = g + decay · v (Sutskever et al. 2013, in the form of PyTorch)
 * @throws TrainingError if the decay is not in 0…1.
 * @example chain(trace(0.9), scaleByLearningRate(0.01)) // sgd(0.01, { momentum: 0.9 })
 */
export function trace(decay: number, { nesterov = false }: { readonly nesterov?: boolean } = {}): Transform {
  check(decay >= 0 && decay < 1, 'trace: the decay', decay, 'a number from 0 up and below 1');
  return defineRule('trace', { decay, nesterov }, 1, (g, { memory: [v] }) => {
    const sum = add(multiply(decay, v as Node), g);
    return { update: nesterov ? add(g, multiply(decay, sum)) : sum, memory: [sum] };
  });
}
