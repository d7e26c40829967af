import { evaluator, gradient, type Node } from '../index.ts';
import { isNear, oracle, type RandomGraph } from './randomGraph.ts';
import { type Tally, tally } from './tally.ts';

/** What the gradient of `of` is at a row, where it differs from forward differentiation. */
export function wrongDerivatives(
  { of, leafValue, row }: RandomGraph,
  targets: readonly Node[],
  seen: Tally = tally(),
): string[] {
  const values = evaluator({ of, gradients: gradient<Node[], Node>(of, [...targets]) })(row);
  return targets.flatMap((target, i) => {
    const expected = oracle(of, leafValue, { a: target });
    if (!seen.compare(expected !== undefined) || expected === undefined) return [];
    if (!isNear(expected.value, values.of, 1e-9)) return [`value: ${values.of}, expected ${expected.value}`];
    const found = values.gradients[i] as number;
    return isNear(expected.a, found, 1e-9) ? [] : [`derivative ${i}: ${found}, expected ${expected.a}`];
  });
}
