import { input, type Node, type Parameter, parameter } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, multiply, tanh } from '@chainrule/ops';
import { type Descent, descent } from '../descent.ts';
import type { Optimizer } from '../index.ts';
import { goalOf } from '../objective.ts';

/** What steps are made by: one at a time, and in a compiled loop. */
export const engines = ['interpreter', 'wasm'] as const;
export type Engine = (typeof engines)[number];

/** Points of a parabola. */
export const rows: readonly Readonly<Record<'x' | 'y', number>>[] = Array.from({ length: 23 }, (_, i) => ({
  x: Math.fround(i / 10 - 1),
  y: Math.fround((i * i) / 300),
}));
const columns = (['x', 'y'] as const).map((name) => Float64Array.from(rows, (row) => row[name]));

/** A small net with its parameters. */
export interface Net {
  readonly weights: Parameter[];
  readonly y: Node<'x'>;
  readonly loss: Node<'x' | 'y'>;
  values(): number[];
}

export function net(): Net {
  const weights = [0.5, -0.25, 0.75, -0].map((value) => parameter(value));
  const [a, b, c, d] = weights as [Parameter, Parameter, Parameter, Parameter];
  const y = add(multiply(a, tanh(add(multiply(b, input('x')), c))), d);
  return { weights, y, loss: squaredError(y, input('y')), values: () => weights.map(({ value }) => value) };
}

/** A descent of a loss on these rows, or on other columns. */
export function descentOf(
  loss: Node,
  parameters: readonly Parameter[],
  engine: Engine,
  options: {
    optimizer: Optimizer;
    batchSize?: number;
    shuffle?: boolean;
    columns?: Float64Array[];
    tolerance?: number;
  },
): Descent {
  const data = options.columns ?? columns;
  const all = Int32Array.from(data[0] ?? [0, 0, 0, 0, 0, 0, 0], (_, i) => i);
  const others = { rows: all, columns: data, seed: 3, engine: { engine }, batchSize: 3, shuffle: true };
  return descent(goalOf(loss, parameters), { ...others, ...options });
}
