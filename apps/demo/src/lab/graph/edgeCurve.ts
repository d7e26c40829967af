/** Where an edge begins and ends. If it bends, it leaves and arrives horizontally, with both control points half way. */
export interface Ends {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Up to so many edges are bent; more are straight lines, which take half as long to paint. */
const mostBent = 150;

/** Whether edges are bent where so many of them are seen. */
export const areBent = (count: number): boolean => count <= mostBent;

/** The point at t from 0 to 1. */
export function edgePoint({ x0, y0, x1, y1 }: Ends, t: number, isBent = true): readonly [number, number] {
  if (!isBent) return [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t];
  const across = 1.5 * t * (1 - t) + t ** 3;
  const down = t * t * (3 - 2 * t);
  return [x0 + (x1 - x0) * across, y0 + (y1 - y0) * down];
}

/** The height of an edge above a place between its ends. */
export function edgeHeight(ends: Ends, x: number, isBent = true): number {
  if (!isBent) return ends.y0 + ((ends.y1 - ends.y0) * (x - ends.x0)) / (ends.x1 - ends.x0);
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (edgePoint(ends, middle)[0] < x) low = middle;
    else high = middle;
  }
  return edgePoint(ends, low)[1];
}
