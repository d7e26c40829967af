import type { Op } from '@chainrule/core';

/** A number, or one for each point. */
export type PerPoint = number | ((...args: number[]) => number);

/** What an op is held to beyond its references, where that is not the rule. */
export interface Expectations {
  /** Largest error of the value in ulps; 1 for primitives (tanh and power 1.5), else 4. */
  readonly ulp?: PerPoint;
  /** Largest error of the first derivatives in ulps; 4. */
  readonly partialUlp?: PerPoint;
  /** The number whose ulp counts where the value is smaller: what an op that cancels is exact to. */
  readonly unit?: PerPoint;
  /** The same for the first derivatives. */
  readonly partialUnit?: PerPoint;
  /** Arguments at kinks and on ties, and the derivatives there by convention. */
  readonly kinks?: readonly (readonly [args: readonly number[], partials: readonly number[]])[];
  /** Arguments and the value there: infinities, zeros. */
  readonly special?: readonly (readonly [args: readonly number[], value: number])[];
  /** The arguments whose NaN gives NaN; all of them. */
  readonly nan?: readonly number[];
  /** The largest arguments for which neither sums nor products overflow, for an op that is finite but for that; 1e308. */
  readonly largest?: number;
  /** Whether exchanging the first two arguments leaves the value as it is; false. */
  readonly symmetric?: boolean;
  /** How a formula prints the op of a, b, …; `name(a, b)`. */
  readonly notation?: string;
}

const primitiveUlp: Readonly<Record<string, number>> = { tanh: 1.5, power: 1.5 };

/** Below this, derived ops may lose digits to underflow. */
const smallest = 2 ** -970;

const at = (given: PerPoint | undefined, args: readonly number[], otherwise: number): number =>
  typeof given === 'function' ? given(...args) : (given ?? otherwise);

/** Permitted error of a value. */
export const valueUlp = (op: Op, { ulp }: Expectations, args: readonly number[]): number =>
  at(ulp, args, op.primitive === undefined ? 4 : (primitiveUlp[op.primitive] ?? 1));

export const valueUnit = (op: Op, { unit }: Expectations, args: readonly number[]): number =>
  at(unit, args, op.primitive === undefined ? smallest : 0);

/** Permitted error of a derivative. */
export const partialUlp = ({ partialUlp }: Expectations, args: readonly number[]): number => at(partialUlp, args, 4);

export const partialUnit = ({ partialUnit }: Expectations, args: readonly number[]): number =>
  at(partialUnit, args, smallest);
