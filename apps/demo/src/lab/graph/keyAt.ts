import type { Drawing, Outline } from './drawing.ts';
import { hit } from './hit.ts';

/** The key of what lies under a point of a drawing: of an item, or of the weight or value that an edge shows. */
export function keyAt(drawing: Drawing, outline: Outline, x: number, y: number, reach: number): string | undefined {
  const { item, edge } = hit(drawing, x, y, reach);
  if (item >= 0) return drawing.items.keys[item];
  return edge < 0 ? undefined : outline.keys[drawing.edges.nodes[edge] as number];
}
