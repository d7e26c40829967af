import { type GradientCheck, gradcheck } from '@chainrule/core';
import type { Session } from '../run/session.ts';
import { rowOf } from './rowOf.ts';

/** Operations that may be spent: each parameter needs the whole graph some dozen times. */
const budget = 2_000_000;

/** Derivatives of the loss by calculus against differences of the loss. */
export interface GradientFinding extends GradientCheck {
  /** How many parameters there are; fewer are compared if the network is large. */
  readonly parameters: number;
  readonly tolerance: number;
}

/** Compares the derivatives for parameters at one row; of a large network, for as many, evenly spread, as are done in a second or two. */
export function checkGradient({ model, data }: Session, sample: number): GradientFinding {
  const { parameters, loss } = model;
  const stride = Math.ceil(parameters.length ** 2 / budget);
  const chosen = parameters.filter((_, i) => i % stride === 0);
  const tolerance = 1e-6;
  return { ...gradcheck(loss, chosen, rowOf(data, sample), { tolerance }), parameters: parameters.length, tolerance };
}
