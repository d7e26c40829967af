import { numberOf, type Parameter } from '@chainrule/core';
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
  /** For each of these slots whether it is of such a weight. */
  readonly isWeight: readonly boolean[];
}

/** Undefined if a layer is asked for in part, or a parameter that is not in the graph. */
export function askedOf(
  { layers, owners, parameters, slotOf }: Condensed,
  targets: readonly Parameter[],
): Asked | undefined {
  const outputRow = new Int32Array(parameters.length);
  const slots: number[] = [];
  const known: Layer[] = []; // by their numbers
  for (const its of layers.values()) known[its.number] = its;
  const ownerOf = (parameter: Parameter): Layer | undefined => known[numberOf(owners, parameter)];
  const counts = new Int32Array(known.length); // of the weights of each that are asked for
  for (let k = 0; k < targets.length; k++) {
    const target = targets[k] as Parameter;
    const slot = target === parameters[k] ? k : slotOf(target);
    if (slot < 0) return undefined;
    outputRow[slot] = k + 1;
    const layer = ownerOf(target);
    if (layer) counts[layer.number]!++;
    if (layer?.isPenalised !== false) slots.push(slot);
  }
  slots.sort((a, b) => a - b);
  const asked = [...layers].filter(([, { number }]) => counts[number]);
  const isWhole = asked.every(([, { number, weights, values }]) => counts[number] === weights.length * values.length);
  return isWhole
    ? { outputRow, layers: asked, slots, isWeight: slots.map((slot) => !!ownerOf(parameters[slot] as Parameter)) }
    : undefined;
}
