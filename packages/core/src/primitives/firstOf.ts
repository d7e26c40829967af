import { make } from '../build.ts';
import type { Node, NodeLike } from '../node.ts';
import { select } from './select.ts';

/** 1 for the first argument that is not `beaten`, 0 for the others. */
export function firstOf(xs: readonly Node[], beaten: (x: Node) => Node): readonly Node[] {
  let open: NodeLike = 1;
  return xs.map((x) => {
    const lost = beaten(x);
    const wins = make(select, lost, 0, open);
    open = make(select, lost, open, 0);
    return wins;
  });
}
