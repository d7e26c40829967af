import type { NetworkText } from './grammar.ts';

/** How many weights and biases a network has. */
export function parameterCount({ inputs, layers }: NetworkText): number {
  let count = 0;
  let width = inputs;
  for (const layer of layers) {
    if (layer.kind !== 'linear') continue;
    count += (width + 1) * layer.width;
    width = layer.width;
  }
  return count;
}
