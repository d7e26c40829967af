import { type Input, input, type Node, type Parameter, parameter } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, multiply } from '@chainrule/ops';

/** y = w · x + b with a squared error. */
export interface Line {
  readonly w: Parameter;
  readonly b: Parameter;
  readonly x: Input;
  readonly y: Input;
  readonly prediction: Node;
  readonly loss: Node;
}

export function line(w0 = 0, b0 = 0): Line {
  const [x, y] = [input('x'), input('y')];
  const [w, b] = [parameter(w0), parameter(b0)];
  const prediction = add(multiply(w, x), b);
  return { w, b, x, y, prediction, loss: squaredError(prediction, y) };
}

/** Points on the line 2x + 1. */
export const lineData: { x: number[]; y: number[] } = { x: [-2, -1, 0, 1, 2, 3], y: [-3, -1, 1, 3, 5, 7] };
