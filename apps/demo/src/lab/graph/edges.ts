import type { Level } from '../state/labState.ts';
import type { Drawing } from './drawing.ts';
import type { Items } from './items.ts';
import { isLinear, type Plan } from './plan.ts';

/** Finds what leads from item to item, and whose numbers it shows. */
export function edgesOf(
  { order, layers, linears }: Plan,
  level: Level,
  { homes, keys, nodes: shown }: Items,
): Drawing['edges'] {
  const [from, to, nodes]: [number[], number[], number[]] = [[], [], []];
  const known = new Map<number, number>();
  const connect = (a: number, b: number, node: number): void => {
    const pair = a * keys.length + b;
    const edge = known.get(pair);
    if (edge === undefined) {
      known.set(pair, from.length);
      from.push(a);
      to.push(b);
      nodes.push(node);
    } else if (nodes[edge] !== node) nodes[edge] = -1;
  };
  const output = keys.indexOf('output');
  order.nodes.forEach((node, at) => {
    if (node.kind !== 'operation') return;
    const home = homes[at] as number;
    const weight =
      level === 'neurons' && isLinear(node) ? node.args.find(({ kind }) => kind === 'parameter') : undefined;
    for (const arg of node.args) {
      const source = order.indexOf(arg);
      const its = homes[source] as number;
      if (its === home || its < 0 || home < 0) continue;
      const isPenalty = arg.rank === 0 && layers[source] !== layers[at];
      if (isPenalty && level !== 'nodes') continue;
      const shows = weight !== undefined ? order.indexOf(weight) : (shown[its] as number) < 0 ? -1 : source;
      if (output >= 0 && layers[at] === linears.length && layers[source] === linears.length - 1) {
        connect(its, output, -1);
        connect(output, home, -1);
      } else connect(its, home, shows);
    }
  });
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), nodes: Int32Array.from(nodes) };
}
