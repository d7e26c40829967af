import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { evaluator, gradient, meanBatch, type Node, randomGenerator } from './index.ts';
import { batchVocabulary, buildGraph, planFrom } from './testing/randomGraph.ts';

/** A hash of the bits of numbers; all NaN are one. */
function hashOf(lists: Iterable<ArrayLike<number>>): string {
  const hash = createHash('sha256');
  for (const list of lists) {
    const bits = new DataView(new ArrayBuffer(8 * list.length));
    for (let i = 0; i < list.length; i++) {
      if (Number.isNaN(list[i])) bits.setUint32(8 * i, 0x7ff80000);
      else bits.setFloat64(8 * i, list[i] as number);
    }
    hash.update(new Uint8Array(bits.buffer));
  }
  return hash.digest('hex').slice(0, 16);
}

function* values(seed: number): Generator<readonly number[]> {
  const generator = randomGenerator(seed);
  for (let n = 0; n < 1000; n++) {
    const { of, targets, row } = buildGraph(planFrom(generator));
    yield evaluator([of, ...gradient<Node[], Node>(of, [...targets])])(row) as number[];
  }
}

function* batches(seed: number): Generator<Float64Array> {
  const generator = randomGenerator(seed);
  for (let n = 0; n < 100; n++) {
    const { of, parameters, row } = buildGraph(planFrom(generator), batchVocabulary);
    const loss = meanBatch<Node>(of);
    const rows = Array.from({ length: 100 }, (_, s) => ({ ...row, x: row.x + s / 7, y: row.y - s / 11 }));
    const found = evaluator([loss, ...gradient<Node[], Node>(loss, [...parameters])]).batch(rows);
    yield* found as Float64Array[];
  }
}

// These hashes may change only with the meaning of a graph: with an elementary function, a law, the order of a sum, or what
// a step of a random plan is. Whoever changes one on purpose pins the new hash and says why.

test('the values and gradients of 1,000 random graphs have the same bits everywhere', () => {
  expect(hashOf(values(1))).toBe('0c7509b08db71490');
});

test('the values and gradients of 100 random losses over batches have the same bits everywhere', () => {
  expect(hashOf(batches(2))).toBe('ca672cc0ebbd37c7');
});

test('another seed gives another hash, so the tests above can fail', () => {
  expect(hashOf(values(3))).not.toBe(hashOf(values(1)));
});
