import type { Parameter } from '@chainrule/core';
import type { Condensed } from './condense.ts';
import type { Layer } from './layers.ts';

/** Which derivatives are asked for: of whole layers, and one by one. */
export interface Asked {
  /** The row of each derivative among the outputs, by the slot of its parameter; 0 = none, since that is the loss. */
  readonly outputRow: Int32Array;
  /** Layers with the parameters that stand for their weights. */
  readonly layers: readonly (readonly [Parameter, Layer])[];
  /** The slots of the other parameters, and of weights that something else reads too. */
  readonly slots: readonly number[];
  /** For each of these slots the place of its layer in `layers`, −1 if it is of none. */
  readonly layerAt: readonly number[];
}

/** Undefined if a layer is asked for in part, or a parameter that is not in the graph. */
export function askedOf({ layers, parameters, slotOf }: Condensed, targets: readonly Parameter[]): Asked | undefined {
  const outputRow = new Int32Array(parameters.length);
  for (let k = 0; k < targets.length; k++) {
    const target = targets[k] as Parameter;
    const slot = target === parameters[k] ? k : slotOf(target);
    if (slot < 0) return undefined;
    outputRow[slot] = k + 1;
  }
  const asked: (readonly [Parameter, Layer])[] = [];
  const number = new Int32Array(parameters.length); // of the layer asked for that a weight is in, from 1
  for (const [matrix, layer] of layers) {
    const { weights, values } = layer;
    const isAsked = outputRow[weights[0]?.[0] as number] !== 0;
    if (isAsked) asked.push([matrix, layer]);
    for (const row of weights)
      for (let k = 0; k < values.length; k++) {
        const slot = row[k] as number;
        if ((outputRow[slot] !== 0) !== isAsked) return undefined;
        if (isAsked) number[slot] = asked.length;
      }
  }
  const slots: number[] = [];
  const layerAt: number[] = [];
  for (let slot = 0; slot < parameters.length; slot++) {
    const at = (number[slot] as number) - 1;
    if (outputRow[slot] === 0 || asked[at]?.[1].isPenalised === false) continue;
    slots.push(slot);
    layerAt.push(at);
  }
  return { outputRow, layers: asked, slots, layerAt };
}
