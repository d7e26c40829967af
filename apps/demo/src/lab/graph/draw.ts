import type { Level } from '../state/labState.ts';
import { type Drawn, itemKinds, type Outlined } from './drawing.ts';
import { edgesOf } from './edges.ts';
import { itemsOf, type Opened } from './items.ts';
import { layout } from './layout.ts';
import type { Plan } from './plan.ts';
import { ranksOf } from './ranks.ts';
import { shapes } from './shapes.ts';

/** Draws a network at a level: finds the items, what leads where, and a place for each. */
export function draw(plan: Plan, outline: Outlined, level: Level, opened: Opened): Drawn {
  const items = itemsOf(plan, outline, level, opened);
  const edges = edgesOf(plan, level, items);
  const shape = shapes[level];
  const { x, y } = layout({ ranks: ranksOf(plan, items), from: edges.from, to: edges.to }, shape);
  const { boxes, cells, homes } = items;
  const nodes = Int32Array.from(items.nodes);
  const folded = new Uint8Array(nodes.length);
  if (level === 'nodes') for (const item of boxes.keys()) folded[item] = 1;
  const kinds = Uint8Array.from(items.kinds, (kind) => itemKinds.indexOf(kind));
  return { level, size: shape.size, items: { boxes, kinds, nodes, x, y, cells, folded }, edges, homes };
}
