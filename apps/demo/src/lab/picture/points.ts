import type { Table } from '../data/labData.ts';
import type { Session } from '../run/session.ts';

/** The rows of the data over the features of a picture. */
export interface Points {
  readonly training: PointSet;
  readonly test: PointSet;
}

interface PointSet {
  /** A list for each feature that was asked for. */
  readonly inputs: readonly Float32Array[];
  /** A number, or that of the class. */
  readonly target: Float32Array;
}

/** The data as points over some of its features. */
export function points({ data }: Session, features: readonly number[]): Points {
  const of = ({ inputs, target }: Table): PointSet => ({
    inputs: features.map((feature) => Float32Array.from(inputs[feature] ?? [])),
    target: Float32Array.from(target),
  });
  return { training: of(data.training), test: of(data.test) };
}
