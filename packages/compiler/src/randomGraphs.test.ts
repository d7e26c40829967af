// Random graphs on every engine. Many graphs make one program, so that few modules are compiled; one that differs is then
// looked for alone.
import { gradient, interpreter, lower, meanBatch, type Node, type Program, randomGenerator } from '@chainrule/core';
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
import { columnsFor, difference, resultsOf } from './testing/samples.ts';

const graphsInProgram = 50;
const several = [2, 3, 5, 64, 65, 67, 130];

type Words = typeof vocabulary;

/** A graph, two of its parts, and the derivatives of its mean over the batch with respect to all of its leaves. */
function outputsOf(plan: Plan, words: Words): Node[] {
  const { of, others, targets } = buildGraph(plan, words);
  return [of, ...others, ...gradient<Node[], Node>(meanBatch(of), targets.slice(0, 8))];
}

/** The engines whose bits are not the interpreter's, each with the place. */
function complaints(program: Program, batches: readonly number[], seed: number): Record<string, string> {
  const reference = interpreter(program);
  const found: Record<string, string> = {};
  const expected = batches.map((count) => {
    const columns = columnsFor(program, count, 0.1, seed + count);
    return { count, columns, results: resultsOf(reference, columns, count) };
  });
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
  batches: readonly number[],
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
    const batches = [1, several[k % several.length] as number];
    const complaint = wrong(plans, k % 4 === 3 ? batchVocabulary : vocabulary, k % 3 !== 2, batches, seed + k);
    expect(complaint, `program ${k} of seed ${seed}`).toBeUndefined();
  }
}, 7_200_000);

const layers = runs(1500);

test(`${layers.numRuns} programs of layers, shared weights and sums over the batch have them too (seed ${seed})`, () => {
  for (let k = 0; k < layers.numRuns; k++) {
    const program = randomLayers(randomGenerator(seed + k));
    const found = complaints(program, [1, several[k % several.length] as number], seed + k);
    expect(found, `seed ${seed + k}`).toEqual({});
  }
}, 7_200_000);

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
  const complaint = wrong(plans, vocabulary, true, [3], 1);
  Reflect.deleteProperty(engines, 'liar');
  expect(complaint).toContain('"liar":"3 samples, output 1, sample 2: 12.5, expected');
  expect(complaint).toContain(buildGraph(plans[2] as Plan).formula);
});
