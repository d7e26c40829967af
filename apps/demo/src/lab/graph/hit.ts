import type { Drawing } from './drawing.ts';
import { areBent, edgeHeight } from './edgeCurve.ts';
import { endsOf } from './endsOf.ts';

/** What lies under a point: an item, else an edge that shows a value; −1 for none. */
export interface Hit {
  readonly item: number;
  readonly edge: number;
}

/** A point of a drawing, and how far from it an edge may be. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

/** Finds what lies at a point of a drawing. */
export function hit(drawing: Drawing, among: readonly number[], { x, y, reach }: Spot): Hit {
  const { items, edges, size } = drawing;
  for (let i = items.x.length - 1; i >= 0; i--)
    if (
      Math.abs((items.x[i] as number) - x) <= size.width / 2 &&
      Math.abs((items.y[i] as number) - y) <= size.height / 2
    )
      return { item: i, edge: -1 };
  const isBent = areBent(among.length);
  let [edge, nearest] = [-1, reach];
  for (const e of among) {
    if ((edges.nodes[e] ?? -1) < 0) continue;
    const ends = endsOf(drawing, e);
    if (x < ends.x0 || x > ends.x1) continue;
    if (y < Math.min(ends.y0, ends.y1) - reach || y > Math.max(ends.y0, ends.y1) + reach) continue;
    const distance = Math.abs(edgeHeight(ends, x, isBent) - y);
    if (distance < nearest) [edge, nearest] = [e, distance];
  }
  return { item: -1, edge };
}
