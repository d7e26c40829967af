import type { Level } from '../state/labState.ts';
import type { Drawn } from './drawing.ts';
import type { Items } from './items.ts';
import { isLinear, type Plan } from './plan.ts';

/** Finds what leads from item to item, and whose numbers it shows. */
export function edgesOf(
  { order, starts, args, layers, linears }: Plan,
  level: Level,
  { boxes, homes, nodes: shown, named }: Items,
): Drawn['edges'] {
  const [from, to, nodes]: [number[], number[], number[]] = [[], [], []];
  const last = new Int32Array(shown.length).fill(-1); // the last edge from each item
  const intoBoxes = new Map<number, number>();
  const connect = (a: number, b: number, node: number): void => {
    let edge = last[a] as number;
    // what leads to an item of one node comes together, so that the last is all there is to look at
    if (edge >= 0 && to[edge] !== b) edge = boxes.has(b) ? (intoBoxes.get(a * shown.length + b) ?? -1) : -1;
    if (edge < 0) {
      last[a] = from.push(a) - 1;
      to.push(b);
      nodes.push(node);
      if (boxes.has(b)) intoBoxes.set(a * shown.length + b, last[a] as number);
    } else if (nodes[edge] !== node) nodes[edge] = -1;
  };
  const output = named.get('output');
  order.nodes.forEach((node, at) => {
    const home = homes[at] as number;
    if (node.kind !== 'operation' || home < 0) return;
    const isWeighted = level === 'neurons' && isLinear(node);
    const weight = isWeighted ? node.args.find(({ kind }) => kind === 'parameter') : undefined;
    for (let a = starts[at] as number; a < (starts[at + 1] as number); a++) {
      const source = args[a] as number;
      const its = homes[source] as number;
      if (its === home || its < 0) continue;
      const isPenalty = level !== 'nodes' && layers[source] !== layers[at] && order.nodes[source]?.rank === 0;
      if (isPenalty) continue;
      const shows = weight !== undefined ? order.indexOf(weight) : (shown[its] as number) < 0 ? -1 : source;
      if (output !== undefined && layers[at] === linears.length && layers[source] === linears.length - 1) {
        connect(its, output, -1);
        connect(output, home, -1);
      } else connect(its, home, shows);
    }
  });
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), nodes: Int32Array.from(nodes) };
}
