import { expect, test } from 'vitest';
import { apply, evaluator, gradient, type Node, type NodeLike, type Op, primitiveNames, primitives } from './index.ts';
import { buildGraph } from './testing/randomGraph.ts';
import { add, multiply } from './testing/vocabulary.ts';
import { wrongDerivatives } from './testing/wrongDerivatives.ts';

type Wrong = (partials: readonly NodeLike[], k: number) => readonly NodeLike[];

const sabotages: Readonly<Record<string, Wrong>> = {
  right: (partials) => partials,
  'times 1.001': (partials, k) => partials.map((partial, i) => (i === k ? multiply(1.001, partial) : partial)),
  'plus 0.001': (partials, k) => partials.map((partial, i) => (i === k ? add(0.001, partial) : partial)),
  'with the wrong sign': (partials, k) => partials.map((partial, i) => (i === k ? multiply(-1, partial) : partial)),
  'swapped with the next': (partials, k) =>
    partials.map((partial, i) =>
      i === k ? (partials[k + 1] ?? partial) : i === k + 1 ? (partials[k] as NodeLike) : partial,
    ),
};

/** An op that is a primitive, but for partials that somebody got wrong. */
function sabotaged(primitive: Op, wrong: Wrong, k: number): Op {
  const call = (args: readonly Node[]): Node => apply(primitive, args);
  return {
    ...primitive,
    name: 'sabotaged',
    primitive: undefined,
    expand: call,
    partials: (_, args) => wrong(gradient<Node[], Node>(call(args), [...args]), k),
  };
}

const points = [
  [0.7, -1.3, 1.9],
  [1.9, 0.7, -1.3],
  [0.4, 2.1, 0.8],
  [2.6, 0.3, 0.9],
] as const;

test('a partial of any primitive that is wrong by 0.1 %, in sign or in place is reported, 100 %', () => {
  const missed: string[] = [];
  let caught = 0;
  for (const name of primitiveNames)
    for (const arity of primitives[name].arity === undefined ? [1, 2, 3] : [primitives[name].arity as number])
      for (let k = 0; k < arity; k++)
        for (const [how, wrong] of Object.entries(sabotages)) {
          let [reported, differs] = [false, false];
          for (const values of points) {
            const graph = buildGraph({ values: [...values, 0, 0, 0, 0], steps: [] });
            const args = graph.targets.slice(0, arity);
            const right = gradient<Node[], Node>(apply(primitives[name], args), args);
            const both = evaluator<NodeLike[][]>([right, [...wrong(right, k)]])(graph.row) as number[][];
            const [exact = [], found = []] = both;
            if (exact.some((value, i) => value !== found[i])) differs = true;
            const of = multiply(2.5, apply(sabotaged(primitives[name], wrong, k), args)) as Node;
            if (wrongDerivatives({ ...graph, of }, args).length > 0) reported = true;
          }
          if (reported && differs) caught++;
          else if (reported !== differs) missed.push(`${name} of ${arity}, argument ${k + 1}, ${how}`);
        }
  expect(missed).toEqual([]);
  expect(caught).toBeGreaterThan(130);
});
