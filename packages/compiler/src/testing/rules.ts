import { elementary, input, lower, type Node, parameter, sumBatch } from '@chainrule/core';
import { add, divide, max, multiply, sqrt, square, subtract } from '@chainrule/ops';
import type { UpdateRule } from '../trainingLoop.ts';

const [g, p, m, v] = [input('gradient'), input('parameter'), input('memory1'), input('memory2')];

/** A rule whose program has the inputs of its memory too, used or not, in their order. */
function rule(memory: number, outputs: Node[], scalars: UpdateRule['scalars']): UpdateRule {
  return { program: lower(outputs), memory, scalars };
}

/** p + s · g with s = −rate that comes nearer to 0: a multiple of the gradient is added, as optimizers do it. */
export function sgd(rate: number): UpdateRule {
  const s = parameter(0);
  return rule(0, [add(p, multiply(s, g))], (step, into) => {
    into[0] = -rate / (1 + step / 100);
  });
}

/** m ← 0.9 m + g, p − rate · m; no scalars. */
export function momentum(rate: number): UpdateRule {
  const next = add(multiply(0.9, m), g);
  return rule(1, [subtract(p, multiply(rate, next)), next], () => {});
}

/** Adam, with the corrections of its bias as scalars. */
export function adam(rate: number): UpdateRule {
  const [s, t, u] = [parameter(0), parameter(0), parameter(0)];
  const mean = add(multiply(0.9, m), multiply(0.1, g));
  const squares = add(multiply(0.999, v), multiply(0.001, square(g)));
  const direction = divide(divide(mean, t), add(sqrt(divide(squares, u)), 1e-8));
  return rule(2, [subtract(p, multiply(s, direction)), mean, squares], (step, into) => {
    into[0] = rate;
    into[1] = 1 - elementary.power(0.9, step + 1);
    into[2] = 1 - elementary.power(0.999, step + 1);
  });
}

/** Gradients cut to a norm of 1 over all parameters, which looks at all of them before it changes one. */
export function clipped(rate: number): UpdateRule {
  const norm = sqrt(sumBatch(square(g)));
  return rule(0, [subtract(p, multiply(rate, divide(g, max(1, norm))))], () => {});
}

/** p − rate · g, the whole rule. */
export const plain = (rate: number): UpdateRule => rule(0, [subtract(p, multiply(rate, g))], () => {});
