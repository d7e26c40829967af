import type { LossPoint, NewPoints, QualityPoint, Tail } from './newPoints.ts';

/** A run, as far as it is drawn. */
export interface Run {
  readonly run: number;
  readonly label: string;
  readonly data: string;
  readonly isError: boolean;
  readonly losses: readonly LossPoint[];
  readonly qualities: readonly QualityPoint[];
}

/** A run that has ended. */
export interface PastRun extends Run {
  /** Which of those that were kept, from 1 on. */
  readonly number: number;
}

/** The run that goes on, and the last ones before it. */
export interface Runs {
  readonly current: Run | undefined;
  /** The last first. */
  readonly past: readonly PastRun[];
}

const mostPast = 10;
const mostPoints = 200;

/** The runs with new points. A run ends when another begins; it is kept if it had got anywhere. */
export function withNewPoints({ current, past }: Runs, { losses, qualities, ...about }: NewPoints): Runs {
  const isSame = current?.run === about.run;
  return {
    current: {
      ...about,
      losses: joined(isSame ? current.losses : [], losses),
      qualities: joined(isSame ? current.qualities : [], qualities),
    },
    past:
      isSame || current === undefined || current.losses.length < 2
        ? past
        : [{ ...thinned(current), number: (past[0]?.number ?? 0) + 1 }, ...past].slice(0, mostPast),
  };
}

function joined<T>(before: readonly T[], { from, points }: Tail<T>): readonly T[] {
  return points.length === 0 && from === before.length ? before : [...before.slice(0, from), ...points];
}

const thinned = (run: Run): Run => ({
  ...run,
  losses: everyNth(run.losses, mostPoints),
  qualities: everyNth(run.qualities, mostPoints),
});

/** At most so many elements, evenly spaced; the first and the last are among them. */
export function everyNth<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.round((i * (list.length - 1)) / (most - 1))] as T);
}
