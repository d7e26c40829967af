import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluator, gradient, interpreter, lower, meanBatch, type Node, type Program, sumBatch } from './index.ts';
import {
  batchVocabulary,
  buildGraph,
  isNear,
  oracle,
  type Plan,
  plan,
  type RandomGraph,
  runs,
  vocabulary,
} from './testing/randomGraph.ts';
import { tally } from './testing/tally.ts';
import { add, multiply, sin } from './testing/vocabulary.ts';
import { wrongDerivatives } from './testing/wrongDerivatives.ts';

type Check = (graph: RandomGraph, plan: Plan) => string | undefined;

/** Runs a check over random graphs; a failure prints the seed, the shrunk plan, its formula and its row. */
function onRandomGraphs(count: number, check: Check, words = vocabulary): void {
  fc.assert(
    fc.property(plan, (given) => {
      const graph = buildGraph(given, words);
      const complaint = check(graph, given);
      if (complaint !== undefined)
        throw new Error(`${complaint}\n${graph.formula}\n${JSON.stringify([graph.row, graph.parameters])}`);
    }),
    runs(count),
  );
}

const sameBits = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.from(a).every((value, i) => Object.is(value, b[i]));

test('gradient(of, targets) agrees with forward differentiation, written separately, within 1e-9', () => {
  const seen = tally();
  onRandomGraphs(10_000, (graph) => wrongDerivatives(graph, graph.targets, seen)[0]);
  expect(seen.share()).toBeGreaterThan(0.8);
}, 600_000);

test('gradient(gradient(of, a), b) agrees with second-order forward differentiation within 1e-9', () => {
  const seen = tally();
  onRandomGraphs(3000, ({ of, targets, leafValue, row }, { steps }) => {
    const [k = 0, i = 0, j = 0] = steps[0] as readonly number[];
    const pairs = [
      [targets[i % 7], targets[j % 7]],
      [targets[k % 7], targets[k % 7]],
    ] as [Node, Node][];
    const values = evaluator(pairs.map(([a, b]) => gradient(gradient<Node, Node>(of, a), b)))(row) as number[];
    for (const [n, [a, b]] of pairs.entries()) {
      const expected = oracle(of, leafValue, { a, b });
      if (!seen.compare(expected !== undefined) || expected === undefined) continue;
      if (!isNear(expected.ab, values[n] as number, 1e-9))
        return `second derivative by ${targets.indexOf(a)} and ${targets.indexOf(b)}: ${values[n]}, expected ${expected.ab}`;
    }
    return undefined;
  });
  expect(seen.share()).toBeGreaterThan(0.7);
}, 600_000);

/** A 5-point difference of f around x, or undefined where halving the step shows that it is not good to 10⁻¹⁰. */
function difference(f: (x: number) => number, x: number): number | undefined {
  const at = (h: number): number => (f(x - 2 * h) - f(x + 2 * h) + 8 * (f(x + h) - f(x - h))) / (12 * h);
  const [coarse, fine] = [at(2 ** -9), at(2 ** -10)];
  return Number.isFinite(fine) && isNear(fine, coarse, 1e-10) ? fine : undefined;
}

/** The plan with no leaf exactly at 0 or at another, where kinks are and differences see the mean of both sides. */
const awayFromZero = ({ steps, values }: Plan): Plan => ({
  steps,
  values: values.map((value, i) => value + 1e-4 * (i + Math.SQRT2)),
});

test('gradient(of, [x, p]) agrees with 5-point differences of evaluate within 1e-9', () => {
  const seen = tally();
  onRandomGraphs(10_000, (_, given) => {
    const moved = buildGraph(awayFromZero(given));
    const { of, targets, row, leafValue } = moved;
    const [p] = moved.parameters;
    const [x] = targets as [Node];
    if (oracle(of, leafValue, { a: x }) === undefined || oracle(of, leafValue, { a: p }) === undefined)
      return undefined;
    const predict = evaluator<Node>(of);
    const [dx, dp] = evaluator(gradient<Node[], Node>(of, [x, p]))(row) as [number, number];
    const byX = difference((value) => predict({ ...row, x: value }), row.x);
    const before = p.value;
    const byP = difference((value) => {
      p.value = value;
      return predict(row);
    }, before);
    p.value = before;
    if (seen.compare(byX !== undefined) && byX !== undefined && !isNear(byX, dx, 1e-9))
      return `by x: ${dx}, by differences ${byX}`;
    if (seen.compare(byP !== undefined) && byP !== undefined && !isNear(byP, dp, 1e-9))
      return `by p: ${dp}, by differences ${byP}`;
    return undefined;
  });
  expect(seen.share()).toBeGreaterThan(0.5);
}, 600_000);

/** Runs a program for one row: the values of its outputs. */
function run(program: Program, { row }: RandomGraph): number[] {
  const slots = program.fields.flatMap(({ name }) => row[name as keyof typeof row]);
  const results = Array.from(program.outputs, () => new Float64Array(1));
  interpreter(program).run(
    slots.map((value) => [value]),
    1,
    results,
  );
  return results.map(([value]) => value as number);
}

/**
 * Laws that give other bits, within the tolerance: log exp u → u, the stated logarithms and complements, x ** 2, x ** 0.5,
 * x ** −1, a · (1 / b) → a / b. All others give the same bits, but for the sign of zero.
 */
const rounds = (node: Node): boolean =>
  node.kind === 'operation' &&
  (['log', 'log1p', 'power', 'divide', 'sigmoid', 'softplus', 'swish', 'safeLog', 'softsign'].includes(node.op.name) ||
    node.args.some(rounds));

test('lower(outputs, { simplify: false }) has the values of lower(outputs): the same bits where no law rounds anew', () => {
  const seen = tally();
  const exact = tally();
  onRandomGraphs(5000, (graph) => {
    const { of, targets, leafValue } = graph;
    const outputs = [of, ...gradient<Node[], Node>(of, targets.slice(0, 7))];
    const plain = run(lower(outputs, { simplify: false }), graph);
    const simple = run(lower(outputs), graph);
    const reference = oracle(of, leafValue, { a: targets[0] as Node });
    for (const [i, value] of plain.entries()) {
      if (!seen.compare(reference !== undefined && Number.isFinite(value))) continue;
      if (exact.compare(!rounds(of))) {
        if (value !== simple[i]) return `output ${i}: ${simple[i]}, not simplified ${value}`;
      } else if (oracle(of, leafValue, { a: targets[Math.max(0, i - 1)] as Node }) === undefined) continue;
      else if (!isNear(value, simple[i] as number, 1e-9)) return `output ${i}: ${simple[i]}, not simplified ${value}`;
    }
    return undefined;
  });
  expect(seen.share()).toBeGreaterThan(0.7);
  expect(exact.share()).toBeGreaterThan(0.1);
}, 600_000);

const fieldsOf = ({ op, args, argStart, aux, rank, outputs }: Program): readonly ArrayLike<number>[] => [
  op,
  args,
  argStart,
  aux,
  rank,
  outputs,
];

test('lower(outputs) of equal graphs gives equal programs, in topological order, with no instruction twice', () => {
  onRandomGraphs(
    2000,
    ({ of, others, targets }, given) => {
      const program = lower([of, ...others, ...targets.slice(-2)]);
      const again = buildGraph(given, batchVocabulary);
      const equal = lower([again.of, ...again.others, ...again.targets.slice(-2)]);
      if (!fieldsOf(program).every((list, i) => sameBits(list, fieldsOf(equal)[i] as ArrayLike<number>)))
        return 'different programs';
      const texts = new Set<string>();
      for (let id = 0; id < program.length; id++) {
        const args = program.args.subarray(program.argStart[id], program.argStart[id + 1]);
        if (args.some((arg) => arg >= id)) return `instruction ${id} stands before its arguments`;
        const zero = Object.is(program.aux[id], -0) ? '-' : '';
        texts.add(`${program.op[id]} ${zero}${program.aux[id]} ${args.join(' ')}`);
      }
      return texts.size === program.length ? undefined : 'an instruction stands there twice';
    },
    batchVocabulary,
  );
}, 600_000);

const counts = [1, 2, 3, 5, 63, 64, 65, 1000];

/** `count` rows around the row of a graph. */
const rowsAround = ({ row }: RandomGraph, count: number) =>
  Array.from({ length: count }, (_, s) => ({
    x: row.x + Math.sin(s),
    y: row.y - Math.sin(3 * s),
    x1: row.x1 * (s % 2),
    v: [row.v[0] as number, s / count],
  }));

test('evaluator(outputs).batch(rows) has the bits of evaluator(outputs)(row), row by row', () => {
  let n = 0;
  onRandomGraphs(1500, (graph) => {
    const { of, others, targets } = graph;
    const outputs = [of, ...others, ...gradient<Node[], Node>(of, targets.slice(0, 3))];
    const predict = evaluator<Node[]>(outputs);
    // the long batches now and then
    const count = counts[n++ % (n % 40 === 0 ? 8 : 5)] as number;
    const rows = rowsAround(graph, count);
    const columns = predict.batch(rows);
    const single = rows.map((row) => predict(row) as number[]);
    const wrong = columns.findIndex(
      (column, i) =>
        !sameBits(
          column,
          single.map((values) => values[i] as number),
        ),
    );
    return wrong === -1 ? undefined : `output ${wrong} of ${count} rows differs`;
  });
}, 600_000);

/** A sum over the batch as section 4 of the design words it: tiles of 64, in each the even and the odd samples apart. */
function sumInTiles(values: readonly number[]): number {
  let total = 0;
  for (let from = 0; from < values.length; from += 64) {
    const tile = values.slice(from, from + 64);
    const lanes = [0, 0] as [number, number];
    tile.forEach((value, i) => {
      lanes[i % 2] = lanes[(i % 2) as 0 | 1] + value;
    });
    total += lanes[0] + lanes[1];
  }
  return total;
}

test('evaluator(sumBatch(y)).batch(rows) sums in the order of the definition, to the bit', () => {
  let n = 0;
  onRandomGraphs(500, (graph) => {
    const count = counts[n++ % counts.length] as number;
    const rows = rowsAround(graph, count);
    const of = add(graph.of, graph.targets[0] as Node);
    const { sum, each } = evaluator({ sum: sumBatch<Node>(of), each: of as Node }).batch(rows);
    const expected = sumInTiles(Array.from(each));
    return sum.every((value) => Object.is(value, expected)) && sum.length === count
      ? undefined
      : `the sum of ${count} is ${sum[0]}, expected ${expected}`;
  });
}, 600_000);

test('gradient(sumBatch(y), [p, q]) is the sum of what forward differentiation gives for each sample', () => {
  const seen = tally();
  onRandomGraphs(500, (graph) => {
    const { parameters } = graph;
    const of = add(graph.of, multiply(parameters[0], graph.targets[0] as Node)) as Node;
    const rows = rowsAround(graph, 5);
    const found = evaluator(gradient<Node[], Node>(sumBatch<Node>(of), [...parameters])).batch(rows) as Float64Array[];
    for (const [k, parameter] of parameters.entries()) {
      const parts = rows.map((row) => oracle(of, leafIn(graph, row), { a: parameter }));
      if (!seen.compare(parts.every((part) => part !== undefined))) continue;
      const expected = parts.reduce((total, part) => total + (part?.a ?? 0), 0);
      if (!isNear(expected, found[k]?.[0] as number, 1e-8)) return `parameter ${k}: ${found[k]?.[0]}, not ${expected}`;
    }
    return undefined;
  });
  expect(seen.share()).toBeGreaterThan(0.5);
}, 600_000);

/** The values of leaves with another row. */
const leafIn =
  ({ leafValue }: RandomGraph, row: RandomGraph['row']) =>
  (leaf: Node): number => {
    if (leaf.kind !== 'input') return leafValue(leaf);
    if (leaf.element !== undefined) return row.v[leaf.element.index] as number;
    return row[(leaf.name ?? 'x1') as 'x' | 'y' | 'x1'];
  };

test('gradient(meanBatch(loss), p) agrees with differences where samples depend on sums over the batch', () => {
  const seen = tally();
  onRandomGraphs(
    1500,
    (_, plan) => {
      const graph = buildGraph(awayFromZero(plan), batchVocabulary);
      const [p] = graph.parameters;
      const loss = meanBatch<Node>(add(sin(graph.of), multiply(p, p)) as Node);
      const rows = rowsAround(graph, 5);
      const value = evaluator<Node>(loss);
      const slope = evaluator(gradient<Node, Node>(loss, p)).batch(rows)[0] as number;
      const before = p.value;
      const expected = difference((at) => {
        p.value = at;
        return value.batch(rows)[0] as number;
      }, before);
      p.value = before;
      // a kink or a pole of one sample may lie right between the points of both differences
      const isTame = rows.every((row) => oracle(graph.of, leafIn(graph, row), { a: p }) !== undefined);
      if (!seen.compare(expected !== undefined && isTame) || expected === undefined) return undefined;
      return isNear(expected, slope, 1e-9) ? undefined : `${slope}, by differences ${expected}`;
    },
    batchVocabulary,
  );
  expect(seen.share()).toBeGreaterThan(0.3);
}, 600_000);
