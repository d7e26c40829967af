import { gradient, type Input, type Node, type Op } from '@chainrule/core';
import { difference, stencil, stencilLength } from './differences.ts';
import { nameOf, opGraph, valuesAt } from './opGraph.ts';
import { references } from './references.ts';

/** Differences that are less certain than this, relative to max(1, |derivative|), judge nothing: there is a kink or an edge near. */
const certain = 1e-9;
const tolerance = 1e-9;

/** Compares the derivatives of `y` for each input with five-point differences of `y`. */
function compare(of: string, y: Node, inputs: readonly Input[], points: readonly (readonly number[])[]): string[] {
  const slopes = valuesAt(gradient<readonly Input[], Node>(y, inputs), points);
  return inputs.flatMap((_, i) => {
    const [values] = valuesAt(
      [y],
      points.flatMap((point) => stencil(point, i)),
    ) as unknown as [Float64Array];
    let judged = 0;
    const failures = points.flatMap((point, row) => {
      const expected = (slopes[i] as Float64Array)[row] as number;
      const scale = Math.max(1, Math.abs(expected));
      const local = values.subarray(row * stencilLength, (row + 1) * stencilLength);
      const { slope, uncertainty } = difference(local, point[i] as number);
      if (!(uncertainty <= certain * Math.max(1, Math.abs(slope)))) return [];
      judged++;
      return Math.abs(slope - expected) <= tolerance * scale + 4 * uncertainty
        ? []
        : [`derivative of ${of} for ${nameOf(i)} at (${point.join(', ')}) is ${expected}, differences give ${slope}`];
    });
    return judged * 4 >= points.length
      ? failures
      : [`derivative of ${of} for ${nameOf(i)}: differences are certain at ${judged} of ${points.length} points only`];
  });
}

/** Up to 24 of an op's reference points for each number of arguments, of moderate size. */
function moderatePoints(op: Op): readonly (readonly (readonly number[])[])[] {
  return references(op.name)
    .map((group) =>
      group
        .map(({ args }) => args)
        .filter((args) => args.every((x) => Math.abs(x) < 32 && (x === 0 || Math.abs(x) > 1 / 32))),
    )
    .filter((points) => points.length > 0)
    .map((points) => points.filter((_, row) => row % Math.ceil(points.length / 24) === 0));
}

/** First derivatives against differences of the value. */
export const checkFirstDifferences = (op: Op): string[] =>
  moderatePoints(op).flatMap((points) => {
    const { y, inputs } = opGraph(op, points[0]?.length ?? 0);
    return compare('the value', y, inputs, points);
  });

/** Second derivatives against differences of the first. */
export const checkSecondDifferences = (op: Op): string[] =>
  moderatePoints(op).flatMap((points) => {
    const { partials, inputs } = opGraph(op, points[0]?.length ?? 0);
    return partials.flatMap((partial, i) => compare(`the derivative for ${nameOf(i)}`, partial, inputs, points));
  });
