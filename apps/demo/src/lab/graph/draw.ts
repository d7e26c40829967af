import type { Level } from '../state/labState.ts';
import { type Drawing, itemKinds, type Outline } from './drawing.ts';
import { edgesOf } from './edges.ts';
import { itemsOf, type Opened } from './items.ts';
import { layout } from './layout.ts';
import type { Plan } from './plan.ts';
import { ranksOf } from './ranks.ts';
import { shapes } from './shapes.ts';

/** Draws a network at a level: finds the items, what leads where, and a place for each. */
export function draw(plan: Plan, outline: Outline, level: Level, opened: Opened): Drawing {
  const items = itemsOf(plan, outline, level, opened);
  const edges = edgesOf(plan, level, items);
  const shape = shapes[level];
  const { x, y } = layout({ ranks: ranksOf(plan, items), from: edges.from, to: edges.to }, shape);
  const { keys, labels, notes, homes } = items;
  return {
    level,
    size: shape.size,
    items: {
      keys,
      labels,
      notes,
      kinds: Uint8Array.from(items.kinds, (kind) => itemKinds.indexOf(kind)),
      nodes: Int32Array.from(items.nodes),
      x,
      y,
      cells: items.cells,
      folded: Uint8Array.from(keys, (_, i) =>
        level === 'nodes' && (items.nodes[i] === -1 || items.kinds[i] === 'unit') ? 1 : 0,
      ),
    },
    edges,
    homes,
  };
}
