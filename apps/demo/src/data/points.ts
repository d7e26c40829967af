import { randomGenerator } from '@chainrule/core';

/** A point of the plane with its class, 0 or 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/** Points uniform in the square −1…1, labelled 1 where y > x. */
export function points(count: number): Point[] {
  const { uniform } = randomGenerator(2);
  return Array.from({ length: count }, () => {
    const [x, y] = [uniform(-1, 1), uniform(-1, 1)];
    return { x, y, label: y > x ? 1 : 0 };
  });
}
