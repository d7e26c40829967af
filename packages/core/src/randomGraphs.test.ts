import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluator, gradient, type Node } from './index.ts';
import { buildGraph, isNear, oracle, type Plan, plan, type RandomGraph, runs } from './testing/randomGraph.ts';

/** Runs a property over random plans; a failure prints the seed, the shrunk plan and its formula. */
function forRandomGraphs(count: number, check: (graph: RandomGraph, plan: Plan) => string | undefined): void {
  fc.assert(
    fc.property(plan, (given) => {
      const graph = buildGraph(given);
      const complaint = check(graph, given);
      if (complaint !== undefined) throw new Error(`${complaint}\n${graph.formula}\nrow ${JSON.stringify(graph.row)}`);
    }),
    { numRuns: runs(count), interruptAfterTimeLimit: undefined },
  );
}

test('gradient(of, targets) agrees with forward differentiation, written separately, on 10,000 random graphs', () => {
  let [compared, left] = [0, 0];
  forRandomGraphs(10_000, ({ of, targets, row, valueOf }) => {
    const values = evaluator({ of, gradients: gradient<Node[], Node>(of, [...targets]) })(row);
    for (const [i, target] of targets.entries()) {
      const expected = oracle(of, valueOf, { a: target });
      if (expected === undefined) {
        left++;
        continue;
      }
      compared++;
      if (!isNear(expected.value, values.of, 1e-9)) return `value ${values.of}, expected ${expected.value}`;
      const found = values.gradients[i] as number;
      if (!isNear(expected.a, found, 1e-9)) return `derivative ${i} is ${found}, expected ${expected.a}`;
    }
    return undefined;
  });
  console.log(compared, left);
  expect(compared / (compared + left)).toBeGreaterThan(0.6);
}, 120_000);
