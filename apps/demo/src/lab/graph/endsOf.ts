import type { Drawing } from './drawing.ts';
import type { Ends } from './edgeCurve.ts';

/** Where an edge begins and ends: at the right of one item and at the left of the other. */
export function endsOf({ items, edges, size }: Drawing, edge: number): Ends {
  const [from, to] = [edges.from[edge] as number, edges.to[edge] as number];
  return {
    x0: (items.x[from] as number) + size.width / 2,
    y0: items.y[from] as number,
    x1: (items.x[to] as number) - size.width / 2,
    y1: items.y[to] as number,
  };
}
