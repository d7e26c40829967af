import type { Parameter } from './node.ts';
import type { Primitive } from './primitives/primitive.ts';
import type { Outputs } from './structure.ts';

/** The numbers of the leaves in `Program.op`. */
export const leafCode = { constant: 0, input: 1, parameter: 2 } as const;

/** The number in `Program.op` of the first of `Program.primitives`. */
export const firstPrimitive = 3;

/** One input of a row: a number, or an array of `size` numbers in successive slots. */
export interface InputField {
  readonly name: string;
  readonly size: number | undefined;
  /** The slot of its (first) number. */
  readonly slot: number;
}

/**
 * A graph as a flat list of instructions in topological order, equal ones merged: inputs by slot, then parameters by slot
 * (both in order of creation), then constants and operations in the order of use; a constant that was folded away may stay. The arguments of instruction i are
 * `args[argStart[i]] … args[argStart[i + 1] − 1]`. Sums run from left to right; `sumBatch` as sum.ts defines.
 */
export interface Program {
  readonly length: number;
  readonly op: Uint8Array;
  readonly args: Int32Array;
  readonly argStart: Int32Array;
  /** The number of a constant; the slot of an input or a parameter. */
  readonly aux: Float64Array;
  /** 0 = one value per batch, 1 = one per sample. */
  readonly rank: Uint8Array;
  /** The primitives that occur, in order of first use; that of instruction i is number `op[i] − firstPrimitive`. */
  readonly primitives: readonly Primitive[];
  readonly fields: readonly InputField[];
  /** How many numbers a row brings. */
  readonly slots: number;
  readonly parameters: readonly Parameter[];
  /** The instructions whose values are asked for, in the order of `structure`. */
  readonly outputs: Int32Array;
  readonly structure: Outputs;
}

/** The primitive of an instruction; undefined for leaves. */
export function primitiveOf({ op, primitives }: Program, id: number): Primitive | undefined {
  return primitives[(op[id] as number) - firstPrimitive];
}
