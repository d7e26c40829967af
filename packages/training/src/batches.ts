import { type RandomGenerator, randomGenerator, shuffle } from '@chainrule/core';

/** Where a run stands in its data: all that is needed to go on from there. */
export interface BatchesState {
  /** Epochs completed, and samples of the current one done. */
  readonly epoch: number;
  readonly position: number;
  /** The generator as it was before the current epoch was shuffled. */
  readonly generator: readonly [number, number, number, number];
}

/** Deals rows out in batches, each row once an epoch, in a new random order every epoch if shuffled. */
export interface Batches {
  /** The rows of the batch; the first `fill()` of them count. */
  readonly rows: Int32Array;
  /** Puts the next batch into `rows` and returns its length. Repeated, it gives the same batch again, until `advance`. */
  fill(): number;
  /** All rows in the order of the current epoch. */
  order(): Int32Array;
  readonly epoch: number;
  readonly position: number;
  /** Batches that are left in the current epoch. */
  readonly left: number;
  /** Goes on by so many samples, or to the end of the epoch. */
  advance(count: number): void;
  state(): BatchesState;
  restore(state: BatchesState): void;
}

export function batches(from: Int32Array, batchSize: number, inRandomOrder: boolean, seed: number): Batches {
  const size = Math.min(batchSize, from.length);
  const shuffled = inRandomOrder && size < from.length;
  const rows = new Int32Array(size);
  const order = Int32Array.from(from);
  let generator: RandomGenerator = randomGenerator(seed);
  let start = generator.state();
  let epoch = 0;
  let position = 0;
  let ready = !shuffled;

  /** The generator is where the epoch starts until its rows are in order. */
  const shuffleEpoch = (): void => {
    order.set(from);
    shuffle(generator, order);
    ready = true;
  };

  const inOrder = (): Int32Array => {
    if (!ready) shuffleEpoch();
    return order;
  };

  return {
    rows,
    order: inOrder,
    fill: () => {
      inOrder();
      const count = Math.min(size, from.length - position);
      for (let i = 0; i < count; i++) rows[i] = order[position + i] as number;
      return count;
    },
    advance: (count) => {
      position += count;
      if (position < from.length) return;
      position = 0;
      epoch++;
      start = generator.state();
      ready = !shuffled;
    },
    get epoch() {
      return epoch;
    },
    get position() {
      return position;
    },
    get left() {
      return Math.ceil((from.length - position) / size);
    },
    state: () => ({ epoch, position, generator: start }),
    restore: (state) => {
      const sameEpoch = state.generator === start;
      ({ epoch, position, generator: start } = state);
      if (sameEpoch) return;
      generator = randomGenerator(start);
      ready = !shuffled;
    },
  };
}
