import type { ActivationName } from './activationNames.ts';
import { type LayerText, type NetworkText, widest } from './grammar.ts';

/** A layer with weights, as a row of the block editor shows it. */
export interface Block {
  readonly width: number;
  readonly activation: ActivationName | undefined;
}

/** A network as the block editor shows it. `standardize` in other places than the first is kept, but has no row. */
export interface Blocks {
  readonly isStandardized: boolean;
  readonly rows: readonly Block[];
}

type Linear = Extract<LayerText, { kind: 'linear' }>;

const isLinear = (layer: LayerText): layer is Linear => layer.kind === 'linear';

/** The rows of a network. */
export function blocksOf({ layers }: NetworkText): Blocks {
  return { isStandardized: layers[0]?.kind === 'standardize', rows: layers.filter(isLinear) };
}

/** With the inputs standardized first, or as they are. */
export function standardized(network: NetworkText, wanted: boolean): NetworkText {
  const rest = network.layers[0]?.kind === 'standardize' ? network.layers.slice(1) : network.layers;
  return { ...network, layers: wanted ? [{ kind: 'standardize' }, ...rest] : rest };
}

/** With a row changed; widths are kept in their limits. */
export function withRow(network: NetworkText, row: number, change: Partial<Block>): NetworkText {
  const at = placeOf(network, row);
  return {
    ...network,
    layers: network.layers.map((layer, i) => {
      if (i !== at || !isLinear(layer)) return layer;
      const { width, activation } = { ...layer, ...change };
      return { kind: 'linear', width: Math.min(Math.max(Math.round(width) || 1, 1), widest), activation };
    }),
  };
}

/** With another hidden layer before the last row, like the one before it. */
export function withLayer(network: NetworkText): NetworkText {
  const rows = network.layers.filter(isLinear);
  const like: Linear = rows.at(-2) ?? { kind: 'linear', width: 8, activation: 'tanh' };
  const at = placeOf(network, rows.length - 1);
  return { ...network, layers: network.layers.toSpliced(at, 0, { ...like }) };
}

/** Without a row; the last one stays, for a network ends in it. */
export function withoutRow(network: NetworkText, row: number): NetworkText {
  if (row >= network.layers.filter(isLinear).length - 1) return network;
  return { ...network, layers: network.layers.toSpliced(placeOf(network, row), 1) };
}

/** Where a row stands among the layers. */
function placeOf({ layers }: NetworkText, row: number): number {
  const places = layers.flatMap((layer, i) => (isLinear(layer) ? [i] : []));
  return places[row] ?? -1;
}
