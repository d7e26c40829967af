/** Points on a curve of any number of steps: once there are too many, neighbours are averaged. */
export interface Curve {
  add(step: number, value: number): void;
  /** Takes back what was added after a step. */
  cut(step: number): void;
  /** Steps and means, in order. */
  readonly points: readonly (readonly [step: number, value: number])[];
  /** Changes when points are not the same as before with more after them. */
  readonly revision: number;
}

const most = 2000;

export function curve(): Curve {
  let points: [step: number, value: number][] = [];
  let stride = 1; // how many values a point is the mean of
  let sum = 0;
  let count = 0;
  let revision = 0;
  const push = (step: number): void => {
    points.push([step, sum / count]);
    sum = count = 0;
    if (points.length < most) return;
    points = points
      .filter((_, i) => i % 2 === 1)
      .map(([at, value], i) => [at, (value + (points[2 * i] as [number, number])[1]) / 2]);
    stride *= 2;
    revision++;
  };
  return {
    add: (step, value) => {
      sum += value;
      count++;
      if (count === stride) push(step);
    },
    cut: (step) => {
      points = points.filter(([at]) => at <= step);
      revision++;
      sum = count = 0;
    },
    get points() {
      return points;
    },
    get revision() {
      return revision;
    },
  };
}
