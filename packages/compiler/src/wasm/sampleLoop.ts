import { type FunctionWriter, type } from './encoder.ts';
import { type Frame, shifted } from './frame.ts';
import { loop, type Place } from './loop.ts';
import { difference, isLess, word } from './whole.ts';

/** A loop over the samples of a tile. */
export interface SampleLoop {
  /** How far it is, in bytes. */
  readonly offset: number;
  /** Where the samples of a row are that starts at `place`. */
  place(row: Place): Place;
  run(body: () => void): void;
}

/** A loop over the samples of a tile, `step` bytes a turn, between the offsets in two locals; begins here. */
export function sampleLoop(frame: Frame, step: number, from: number = frame.at, until: number = frame.end): SampleLoop {
  const { f } = frame;
  const offset = f.keep(type.i32, from);
  const { run, ...turns } = loop(frame, { counter: offset, step, until });
  return {
    offset,
    place: ({ local, offset: fixed }) => ({
      local: local === undefined ? offset : turns.offset(step, [local, offset]),
      offset: fixed,
    }),
    run,
  };
}

/** Runs the body if one offset is before another. */
export function whenBefore(f: FunctionWriter, offset: number, until: number, body: () => void): void {
  f.get(isLess(offset, until));
  f.when(body);
}

/** Vectors of samples in a turn of a loop, as long as there are as many: the more, the less there is to count. */
const together = 4;

/** The body for each vector of samples up to an offset. It is given where the vector of a row is. */
export function eachVector(frame: Frame, until: number, body: (at: (row: Place) => Place) => void): void {
  const { f } = frame;
  let done = frame.at;
  for (const count of [together, 1]) {
    const stop = f.keep(type.i32, difference(until, word(16 * (count - 1))));
    const samples = sampleLoop(frame, 16 * count, done, stop);
    whenBefore(f, samples.offset, stop, () =>
      samples.run(() => {
        for (let u = 0; u < count; u++) body((row) => shifted(samples.place(row), 16 * u));
      }),
    );
    done = samples.offset;
  }
}
