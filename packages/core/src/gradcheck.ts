import { GraphError } from './errors.ts';
import { evaluate } from './evaluate.ts';
import { evaluator } from './evaluator.ts';
import { funcify } from './formula.ts';
import { gradient } from './gradient.ts';
import { inputKey } from './leaves.ts';
import { type NamesOf, type Node, operation, type Parameter } from './node.ts';
import { add } from './primitives/add.ts';
import { parameter } from './random.ts';
import type { RowLike } from './row.ts';
import { type Outputs, outputNodes } from './structure.ts';
import { substitute } from './substitute.ts';

/** One derivative, found in two ways. */
export interface GradientComparison {
  /** What the derivative is with respect to: an input's or a parameter's name, or a formula. */
  readonly node: string;
  readonly gradient: number;
  readonly difference: number;
  /** |gradient − difference| / max(1, |gradient|); Infinity if one of them is NaN. */
  readonly error: number;
}

/** What `gradcheck` found. */
export interface GradientCheck {
  readonly passed: boolean;
  /** How many derivatives were compared. */
  readonly count: number;
  /** The one with the largest error. */
  readonly worst: GradientComparison;
}

/**
 * Compares `gradient` with differences of values, f′(x) ≈ (f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h)) / 12h, at one row, and
 * reports the worst place. At a kink the two may rightly differ. Give `{}` as the row of a graph without inputs.
 * @throws GraphError if there is nothing to differentiate with respect to; InputError if the row lacks an input.
 * @example gradcheck(loss, parameters(loss), { x: 1, y: 2 }).worst
 */
export function gradcheck<const N extends Node>(
  of: N,
  withRespectTo: Outputs,
  row: RowLike<NamesOf<N>>,
  { tolerance = 1e-6 }: { readonly tolerance?: number } = {},
): GradientCheck {
  const targets = outputNodes(withRespectTo);
  if (targets.length === 0) throw new GraphError('gradcheck: there is no node to differentiate with respect to.');
  const both = { of: of as Node, targets, gradients: gradient<Node[], Node>(of, targets) };
  const at = evaluate<typeof both>(both, row);
  const shifts = new Map(targets.map((target) => [inputKey(target), parameter(0)]));
  const moved = substitute<Node>(of, (node, original) => {
    const shift = shifts.get(inputKey(original));
    return shift === undefined ? node : operation(add, [node, shift]);
  });
  const shifted = evaluator<Node[]>([moved, ...targets]); // the targets for their inputs: the same row must do
  const compared = targets.map((target, i): GradientComparison => {
    const exact = at.gradients[i] as number;
    const shift = shifts.get(inputKey(target)) as Parameter;
    const difference = derivative((h) => {
      shift.value = h;
      return shifted(row)[0] as number;
    }, at.targets[i] as number);
    shift.value = 0;
    const error = Math.abs(exact - difference) / Math.max(1, Math.abs(exact));
    const node = funcify(target, { parameters: 'names' });
    return { node, gradient: exact, difference, error: Number.isNaN(error) ? Infinity : error };
  });
  const worst = compared.reduce((a, b) => (b.error > a.error ? b : a));
  return { passed: worst.error <= tolerance, count: compared.length, worst };
}

/** The derivative of f at 0, where 0 stands for a point of size |x|: the step is cut until the difference settles. */
function derivative(f: (h: number) => number, x: number): number {
  let h = 2 ** -7 * Math.max(1, Math.abs(x));
  let last = fivePoint(f, h);
  let best = last;
  let change = Infinity;
  for (let cut = 0; cut < 8 && !(change <= 1e-10 * Math.max(1, Math.abs(best))); cut++) {
    h /= 8;
    const next = fivePoint(f, h);
    const moved = Math.abs(next - last);
    if (moved < change || Number.isNaN(best)) best = next;
    if (moved < change) change = moved;
    last = next;
  }
  return best;
}

const fivePoint = (f: (h: number) => number, h: number): number =>
  (f(-2 * h) - f(2 * h) + 8 * (f(h) - f(-h))) / (12 * h);
