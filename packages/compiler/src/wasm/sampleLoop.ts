import { type } from './encoder.ts';
import type { Frame } from './frame.ts';
import { loop, type Offset, type Place } from './loop.ts';

/** A loop over the samples of a tile. */
export interface SampleLoop {
  /** How far it is, in bytes. */
  readonly offset: number;
  /** Where the samples of a row are that starts at `place`. */
  place(row: Place): Place;
  run(body: () => void): void;
}

/** A loop over the samples of a tile, `step` bytes a turn, between the offsets in two locals; begins here. */
export function sampleLoop(
  { f, tables, at, end }: Frame,
  step: number,
  from: number = at,
  until: number = end,
): SampleLoop {
  const offset = f.local(type.i32);
  f.get(from);
  f.set(offset);
  const turns = loop(f, tables, { counter: offset, step, until });
  const known = new Map<Offset, Offset>([[undefined, offset]]);
  return {
    offset,
    place: ({ local, offset: fixed }) => {
      if (!known.has(local)) known.set(local, turns.offset(step, [local, offset]));
      return { local: known.get(local), offset: fixed };
    },
    run: (body) => turns.run(body),
  };
}
