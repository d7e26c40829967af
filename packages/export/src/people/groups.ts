import { chainOf, type Scope } from '@chainrule/core';
import type { Drawing } from './drawing.ts';

/** Boxes inside a frame, and frames inside of it; the outermost has no label. */
export interface Group {
  readonly label: string | undefined;
  readonly boxes: number[];
  readonly groups: Group[];
}

/** Frames inside of each other, at most: calls that lie deeper have none. */
const deepest = 4;

/** The boxes of a drawing in the frames of the macro calls that they come from. */
export function groupsOf({ boxes, labelOf }: Drawing): Group {
  const all: Group = { label: undefined, boxes: [], groups: [] };
  const known = new Map<Scope, Group>();
  const groupOf = (scope: Scope | undefined): Group => {
    let group = all;
    for (const each of chainOf(scope).slice(-deepest).reverse()) {
      let inner = known.get(each);
      if (inner === undefined) {
        inner = { label: labelOf(each), boxes: [], groups: [] };
        known.set(each, inner);
        group.groups.push(inner);
      }
      group = inner;
    }
    return group;
  };
  boxes.forEach(({ scope }, at) => groupOf(scope).boxes.push(at));
  return all;
}
