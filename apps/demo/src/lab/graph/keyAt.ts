import type { Drawing, Outline } from './drawing.ts';
import { hit, type Spot } from './hit.ts';

/** The key of what lies under a point of a drawing: of an item, or of the weight or value that one of some edges shows. */
export function keyAt(drawing: Drawing, outline: Outline, edges: readonly number[], spot: Spot): string | undefined {
  const { item, edge } = hit(drawing, edges, spot);
  if (item >= 0) return drawing.items.keys[item];
  return edge < 0 ? undefined : outline.keys[drawing.edges.nodes[edge] as number];
}
