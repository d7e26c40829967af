// Random graphs on every engine. Many graphs make one program, so that few modules are compiled; one that differs is then
// looked for alone.

import { discover, straight } from '@chainrule/blocks';
import {
  gradient,
  input,
  interpreter,
  lower,
  meanBatch,
  type Node,
  type Program,
  parameter,
  randomGenerator,
} from '@chainrule/core';
import { add, max, multiply, sin, tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { randomLayers } from '../../blocks/src/testing/randomLayers.ts';
import {
  batchVocabulary,
  buildGraph,
  type Plan,
  planFrom,
  runs,
  vocabulary,
} from '../../core/src/testing/randomGraph.ts';
import { engines } from './testing/engines.ts';
import { columnsFor, difference, distance, resultsOf } from './testing/samples.ts';
import { wasmMachine } from './wasm/machine.ts';

const graphsInProgram = 50;

/** Samples, and the share of special numbers among their inputs: few, as one of them makes NaN of all sums. */
type Batch = readonly [count: number, share: number];

const several = [2, 3, 5, 64, 65, 67, 130];
const shares = [0, 0, 0.005, 0, 0.1];
const batchesOf = (k: number): Batch[] => [
  [1, 0.1],
  [several[k % several.length] as number, shares[k % shares.length] as number],
];

/** Counts what was compared, so that a test cannot pass by comparing NaN with NaN. */
const tally = { finite: 0, all: 0 };
const shareOfFinite = (): number => {
  const share = tally.finite / tally.all;
  Object.assign(tally, { finite: 0, all: 0 });
  return share;
};

type Words = typeof vocabulary;

/** A graph, two of its parts, and the derivatives of its mean over the batch with respect to all of its leaves. */
function outputsOf(plan: Plan, words: Words): Node[] {
  const { of, others, targets } = buildGraph(plan, words);
  return [of, ...others, ...gradient<Node[], Node>(meanBatch(of), targets.slice(0, 8))];
}

/** The engines whose bits are not the interpreter's, each with the place. */
function complaints(program: Program, batches: readonly Batch[], seed: number): Record<string, string> {
  const reference = interpreter(program);
  const found: Record<string, string> = {};
  const expected = batches.map(([count, share]) => {
    const columns = columnsFor(program, count, share, seed + count);
    return { count, columns, results: resultsOf(reference, columns, count) };
  });
  for (const { results } of expected) {
    tally.all += results.length;
    tally.finite += results.filter(([value]) => Number.isFinite(value)).length;
  }
  for (const [name, make] of Object.entries(engines)) {
    const machine = make(program);
    for (const { count, columns, results } of expected) {
      const place = difference(results, resultsOf(machine, columns, count));
      if (place !== undefined) found[name] = `${count} samples, ${place}`;
    }
  }
  return found;
}

/** What is wrong with a list of graphs: the first of them that differs alone, as text. */
function wrong(
  plans: readonly Plan[],
  words: Words,
  simplify: boolean,
  batches: readonly Batch[],
  seed: number,
): string | undefined {
  const together = complaints(
    lower(
      plans.flatMap((plan) => outputsOf(plan, words)),
      { simplify },
    ),
    batches,
    seed,
  );
  if (Object.keys(together).length === 0) return undefined;
  for (const plan of plans) {
    const alone = complaints(lower(outputsOf(plan, words), { simplify }), batches, seed);
    if (Object.keys(alone).length > 0)
      return `${JSON.stringify(alone)}\n${buildGraph(plan, words).formula}\n${JSON.stringify(plan)}`;
  }
  return `only together: ${JSON.stringify(together)}`;
}

const { numRuns, seed = Date.now() } = runs(10_000);

test(`${numRuns} graphs and all their gradients have the bits of the interpreter on every engine (seed ${seed})`, () => {
  const generator = randomGenerator(seed);
  for (let done = 0, k = 0; done < numRuns; done += graphsInProgram, k++) {
    const plans = Array.from({ length: graphsInProgram }, () => planFrom(generator));
    const words = k % 4 === 3 ? batchVocabulary : vocabulary;
    const complaint = wrong(plans, words, k % 3 !== 2, batchesOf(k), seed + k);
    expect(complaint, `program ${k} of seed ${seed}`).toBeUndefined();
  }
  expect(shareOfFinite()).toBeGreaterThan(0.7);
}, 7_200_000);

const layers = runs(1500);

test(`${layers.numRuns} programs of layers, shared weights and sums over the batch have them too (seed ${seed})`, () => {
  for (let k = 0; k < layers.numRuns; k++) {
    const program = randomLayers(randomGenerator(seed + k));
    expect(complaints(program, batchesOf(k), seed + k), `seed ${seed + k}`).toEqual({});
  }
  expect(shareOfFinite()).toBeGreaterThan(0.7);
}, 7_200_000);

test(`in f32 blocks do not change a bit of ${Math.ceil(layers.numRuns / 5)} programs of layers, most of them near f64`, () => {
  let near = 0;
  const settings = { precision: 'f32', fast: false } as const;
  for (let k = 0; k < layers.numRuns / 5; k++) {
    const program = randomLayers(randomGenerator(seed + k));
    const machines = [wasmMachine(discover(program), settings), wasmMachine(straight(program), settings)];
    for (const share of [0, 0.05]) {
      const count = several[k % several.length] as number;
      const columns = columnsFor(program, count, share, seed + k);
      const [blocks, plain] = machines.map((its) => resultsOf(its, columns, count)) as [Float64Array[], Float64Array[]];
      expect(difference(plain, blocks), `seed ${seed + k}`).toBeUndefined();
      // where numbers of 32 bits overflow or cancel, they are not
      if (share === 0 && distance(resultsOf(interpreter(program), columns, count), blocks) < 1e-4) near++;
    }
  }
  expect(near / layers.numRuns).toBeGreaterThan(0.95 / 5);
}, 7_200_000);

test('a program without structure, too long for one function, has them too', () => {
  const { integer, uniform } = randomGenerator(1);
  const [x, y] = [input('x'), input('y')];
  const weights = Array.from({ length: 300 }, () => parameter(uniform(-1, 1)));
  const pool: Node[] = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? x : y));
  let last: Node = x;
  for (let i = 0; i < 10_000; i++) {
    const other = pool[integer(40)] as Node;
    const weight = weights[integer(300)] as Node;
    const choices = [
      sin(add(last, other)),
      tanh(multiply(last, add(1, other))),
      multiply(other, weight),
      max(multiply(last, weight), other),
      add(multiply(0.5, other), multiply(weight, x)),
    ];
    last = choices[integer(5)] as Node;
    pool[integer(40)] = last;
  }
  const program = lower([last, ...gradient<Node[], Node>(meanBatch(tanh(last)), weights)]);
  expect(program.length).toBeGreaterThan(20_000);
  expect(
    complaints(
      program,
      [
        [1, 0],
        [67, 0],
      ],
      1,
    ),
  ).toEqual({});
  const [values, ...slopes] = resultsOf(interpreter(program), columnsFor(program, 67), 67) as [
    Float64Array,
    ...Float64Array[],
  ];
  expect(new Set(values).size).toBe(67);
  expect(slopes.filter(([slope]) => Number.isFinite(slope) && slope !== 0).length).toBeGreaterThan(100);
}, 120_000);

test('a graph that differs is found and printed', () => {
  const generator = randomGenerator(1);
  const plans = Array.from({ length: 4 }, () => planFrom(generator));
  const right = engines['javascript'] as (typeof engines)[string];
  let calls = 0;
  const liar: typeof right = (program) => {
    const machine = right(program);
    return {
      program,
      run: (columns, count, results, rows) => {
        machine.run(columns, count, results, rows);
        if (program.outputs.length > 40 || calls++ >= 2) (results[1] as Float64Array)[count - 1] = 12.5;
      },
    };
  };
  Object.assign(engines, { liar });
  const complaint = wrong(plans, vocabulary, true, [[3, 0]], 1);
  Reflect.deleteProperty(engines, 'liar');
  expect(complaint).toContain('"liar":"3 samples, output 1, sample 2: 12.5, expected');
  expect(complaint).toContain(buildGraph(plans[2] as Plan).formula);
});
