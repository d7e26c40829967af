import type { Parameter } from '@chainrule/core';
import type { Batches } from './batches.ts';
import type { LoopSteps } from './loopSteps.ts';
import type { Place } from './place.ts';
import { shownParameters } from './shownParameters.ts';

/** Where a run stands: at the place that its parameters show, or further on in a compiled loop; and how it goes back. */
export interface Standing {
  /** Steps of the run: more than `now.step` while the loop has values that are not published. */
  readonly steps: number;
  /** The place that the parameters show. */
  readonly now: Place;
  /** Writes the values that the loop has reached into the parameters. */
  publish(): void;
  /** Takes over what was written into the parameters; what was written into others counts as well: no step led there. */
  readParameters(): void;
  /** Makes up to `most` steps of this epoch in the loop, and returns how many were made: none without a loop. */
  run(most: number, losses: Float64Array, total: Float64Array): number;
  /**
   * Goes on to the values after a step of so many samples that was made outside the loop. Of the place before it only the values
   * are known then: enough to undo it.
   */
  take(values: Float64Array, samples: number): void;
  /** Goes back to the earlier place that is known: where the steps began that were published last. */
  rewind(): void;
  /** Undoes the step that led to these values, if it is a step that led to them. */
  undo(): void;
  /** The place before the last step. */
  previous(): Place;
  /** Shows values for as long as `look` runs. */
  during(values: Float64Array, look: () => void): void;
  /** Goes on from another place. */
  load(place: Place): void;
}

/**
 * @param fixed The parameters that are not trained.
 * @param places The place before the first step, twice: a run goes from one to the other.
 */
export function standingOf(
  parameters: readonly Parameter[],
  fixed: readonly Parameter[],
  batches: Batches,
  places: readonly [Place, Place],
  loop: LoopSteps | undefined,
): Standing {
  const shown = shownParameters(parameters, fixed);
  let [now, before] = places;
  let steps = 0;
  let inLoop = false; // whether the loop has the values of the run
  let isAfterStep = false; // whether a step has led to these values

  const publish = (): void => {
    if (steps === now.step) return;
    [now, before] = [before, now];
    loop?.read(now, steps);
    isAfterStep = true;
    shown.show(now.values);
  };
  /** Goes on from values that no step has made. */
  const startAnew = (): void => {
    isAfterStep = inLoop = false;
    shown.show(now.values);
  };
  const previous = (): Place => {
    if (loop === undefined || before.step >= now.step - 1) return before;
    loop.repeat(before, now.step - 1);
    inLoop = false;
    return before;
  };

  return {
    get steps() {
      return steps;
    },
    get now() {
      return now;
    },
    publish,
    previous,
    during: shown.during,
    readParameters: () => {
      const written = shown.written(now.values);
      if (written === undefined) return;
      publish();
      if (written.values) now.values.set(written.values);
      startAnew();
    },
    run: (most, losses, total) => {
      if (loop === undefined) return 0;
      if (!inLoop) loop.write(now);
      inLoop = true;
      if (steps === now.step) now.batches = batches.state();
      const made = loop.run(steps, most, losses, total);
      steps += made;
      return made;
    },
    take: (values, samples) => {
      before.values.set(now.values);
      before.step = steps;
      now.values.set(values);
      now.step = ++steps;
      shown.show(now.values);
      batches.advance(samples);
      isAfterStep = true;
      inLoop = false;
    },
    rewind: () => {
      [now, before] = [before, now];
      batches.restore(now.batches);
      steps = now.step;
      inLoop = false;
    },
    undo: () => {
      if (isAfterStep) now.values.set(previous().values);
      startAnew();
    },
    load: (place) => {
      now = place;
      steps = place.step;
      batches.restore(place.batches);
      startAnew();
    },
  };
}
