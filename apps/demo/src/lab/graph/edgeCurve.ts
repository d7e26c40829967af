/** How an edge bends: it leaves and arrives horizontally, with both control points half way. */
export interface Ends {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The point at t from 0 to 1. */
export function edgePoint({ x0, y0, x1, y1 }: Ends, t: number): readonly [number, number] {
  const across = 1.5 * t * (1 - t) + t ** 3;
  const down = t * t * (3 - 2 * t);
  return [x0 + (x1 - x0) * across, y0 + (y1 - y0) * down];
}

/** The height of an edge above a place between its ends. */
export function edgeHeight(ends: Ends, x: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (edgePoint(ends, middle)[0] < x) low = middle;
    else high = middle;
  }
  return edgePoint(ends, low)[1];
}
