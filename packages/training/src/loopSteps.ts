import type { TrainingLoop } from '@chainrule/compiler';
import type { Batches } from './batches.ts';
import type { Place } from './place.ts';

/** How many steps a stretch has at most. */
export const longestStretch = 4096;

/** A compiled loop that goes through batches. */
export interface LoopSteps {
  /** Sets the loop to a place. */
  write(place: Place): void;
  /** Copies values and memory of the loop into a place after `step` steps. */
  read(place: Place, step: number): void;
  /** Makes up to `most` steps of the current epoch, the first being number `step`, and returns how many were made. */
  run(step: number, most: number, losses: Float64Array, total: Float64Array): number;
  /** Makes the steps after an earlier place again, up to number `step`; `place` is then where they lead. */
  repeat(place: Place, step: number): void;
}

export function loopSteps(loop: TrainingLoop, batches: Batches): LoopSteps {
  const batchSize = batches.rows.length;
  const write = ({ values, lists }: Place): void => loop.write(values, lists);
  const read = (place: Place, step: number): void => {
    loop.read(place.values, place.lists);
    place.step = step;
  };
  const run: LoopSteps['run'] = (step, most, losses, total) => {
    const { position, left } = batches;
    const steps = Math.min(most, left);
    const made = loop.run({ order: batches.order(), position, batchSize, steps, step, losses, total });
    batches.advance(made * batchSize);
    return made;
  };

  return {
    write,
    read,
    run,
    repeat: (place, step) => {
      const here = batches.state();
      const unread = new Float64Array(longestStretch);
      write(place);
      batches.restore(place.batches);
      let at = place.step;
      for (let made = 1; made > 0 && at < step; at += made)
        made = run(at, Math.min(step - at, longestStretch), unread, unread);
      read(place, at);
      place.batches = batches.state();
      batches.restore(here);
    },
  };
}
