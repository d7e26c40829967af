import type { Drawing, Outline } from './drawing.ts';

/** What of a drawing a key speaks of. */
export interface Link {
  readonly items: readonly number[];
  readonly edges: readonly number[];
}

const nothing: Link = { items: [], edges: [] };

/** Finds the items and edges that stand for a key: its own if there are any, else those that it is in. */
export function linkOf({ items, edges, homes }: Drawing, outline: Outline, key: string | undefined): Link {
  if (key === undefined) return nothing;
  const own = items.keys.indexOf(key);
  if (own >= 0) return { items: [own], edges: [] };
  const node = nodeOf(outline, key);
  if (node >= 0) {
    const its = key.startsWith('parameter:') ? edges.nodes.indexOf(node) : -1;
    if (its >= 0) return { items: [], edges: [its] };
    const home = homes[node] as number;
    return home < 0 ? nothing : { items: [home], edges: [] };
  }
  const layer = layerOf(outline, key);
  if (layer === undefined) return nothing;
  const found = new Set<number>();
  homes.forEach((home, i) => {
    if (home >= 0 && outline.layers[i] === layer) found.add(home);
  });
  return { items: [...found], edges: [] };
}

/** The node that a key speaks of, −1 if it is of many or of nothing. */
export function nodeOf({ keys, parts, inputs, parameters, loss }: Outline, key: string): number {
  const [kind, first, second] = key.split(':');
  if (kind === 'loss') return loss;
  if (kind === 'parameter') return parameters[Number(first)] ?? -1;
  if (kind === 'input') return inputs[Number(first)] ?? -1;
  if (kind === 'neuron') return parts[Number(first)]?.nodes[Number(second)] ?? -1;
  if (kind === 'sum') return parts[Number(first)]?.sums[Number(second)] ?? -1;
  if (kind === 'output' && first !== undefined) return parts.at(-1)?.nodes[Number(first)] ?? -1;
  return kind === 'node' ? keys.indexOf(key) : -1;
}

function layerOf({ parts }: Outline, key: string): number | undefined {
  if (key === 'inputs') return -1;
  if (key === 'output') return parts.length - 1;
  return key.startsWith('layer:') ? Number(key.slice(6)) : undefined;
}
