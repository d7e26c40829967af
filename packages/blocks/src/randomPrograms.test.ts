import { gradient, lower, meanBatch, type Node, type Program, parameters, randomGenerator } from '@chainrule/core';
import { expect, test } from 'vitest';
import { batchVocabulary, buildGraph, planFrom } from '../../core/src/testing/randomGraph.ts';
import type { Block, BlockProgram } from './block.ts';
import { condense } from './condense.ts';
import { discover, straight } from './discover.ts';
import { gradientBlocks } from './gradientBlocks.ts';
import { recomputed } from './recompute.ts';
import { differenceFrom } from './testing/differenceFrom.ts';
import { randomLayers } from './testing/randomLayers.ts';
import { randomNetwork } from './testing/randomNetwork.ts';

const counts = [1, 2, 3, 5, 64, 65, 130];
/** How many programs of each kind: 10,000 from fixed seeds, or what CHAINRULE_GRAPHS asks for. */
const asked = Number(process.env['CHAINRULE_GRAPHS'] ?? 10_000);

const blocksIn = ({ phases }: BlockProgram): number => phases.reduce((n, { blocks }) => n + blocks.length, 0);

/** Compares all kinds of blocks with the interpreter; the message says which program differs. */
function check(programOf: (seed: number) => Program, count: number): Map<string, number> {
  const seen = new Map<string, number>();
  const see = (block: Block): void => {
    const kind = block.kind === 'map' && block.rows === 1 ? 'segment' : block.kind;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
  };
  for (let seed = 0; seed < count; seed++) {
    const program = programOf(seed);
    const samples = counts[seed % counts.length] as number;
    const dense = discover(program);
    const fewer = recomputed(dense);
    for (const phase of dense.phases) phase.blocks.forEach(see);
    if (blocksIn(fewer) < blocksIn(dense)) seen.set('recomputed', (seen.get('recomputed') ?? 0) + 1);
    for (const [name, blocks] of Object.entries({ dense, straight: straight(program), fewer })) {
      const difference = differenceFrom(program, blocks, samples);
      if (difference !== undefined) throw new Error(`${name}, seed ${seed}: ${difference}`);
    }
  }
  return seen;
}

test('discover(program) and straight(program) have the bits of the interpreter for random graphs and their gradients', () => {
  const programOf = (seed: number): Program => {
    const { of, others, parameters, targets } = buildGraph(planFrom(randomGenerator(seed)), batchVocabulary);
    const mean = meanBatch(of) as Node;
    const gradients = gradient<Node[], Node>(mean, [...parameters]);
    return lower([of, ...others, mean, ...gradients, targets[0] as Node] as Node[], { simplify: seed % 5 > 0 });
  };
  expect(check(programOf, asked).get('segment')).toBeGreaterThan(asked / 2);
}, 600_000);

test('discover(program) and straight(program) have the bits of the interpreter for random layers and their gradients', () => {
  const seen = check((seed) => randomLayers(randomGenerator(seed)), asked);
  expect(seen.get('map')).toBeGreaterThan(asked / 2);
  expect(seen.get('fold')).toBeGreaterThan(asked / 5);
  expect(seen.get('outer')).toBeGreaterThan(asked / 100);
  expect(seen.get('recomputed')).toBeGreaterThan(asked / 100);
}, 600_000);

test('gradientBlocks(graph, parameters) has the bits of the interpreter for random networks', () => {
  let [found, penalised] = [0, 0];
  for (let seed = 0; seed < asked; seed++) {
    const { loss } = randomNetwork(randomGenerator(seed));
    const mean = meanBatch(loss) as Node;
    const all = parameters(mean);
    const targets = seed % 9 === 0 ? all.slice(seed % 7) : all;
    const graph = condense(mean);
    const blocks = gradientBlocks(graph, targets);
    if (blocks === undefined) continue;
    found++;
    if (graph.sums.size > 0) penalised++;
    const program = lower([mean, ...gradient<Node[], Node>(mean, [...targets])]);
    const count = counts[seed % counts.length] as number;
    const difference = differenceFrom(program, blocks, count) ?? differenceFrom(program, recomputed(blocks), count);
    if (difference !== undefined) throw new Error(`seed ${seed}: ${difference}`);
  }
  expect(found).toBeGreaterThan(asked / 3);
  expect(penalised).toBeGreaterThan(asked / 20);
}, 600_000);
