import type { Level } from '../state/labState.ts';

/** What the items of a drawing are. */
export const itemKinds = ['input', 'constant', 'parameter', 'operation', 'unit', 'layer', 'output', 'loss'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A graph that is ready to be drawn; numbers lie in lists of their own and come with each frame. */
export interface Drawing {
  readonly level: Level;
  /** How large items are. */
  readonly size: { readonly width: number; readonly height: number; readonly round: boolean };
  readonly items: {
    readonly keys: readonly string[];
    readonly labels: readonly string[];
    /** A second line: what is in a box, or the operation of a node. */
    readonly notes: readonly string[];
    /** Places in `itemKinds`. */
    readonly kinds: Uint8Array;
    /** Whose value and gradient an item shows; −1 for a box, which shows those of `cells`. */
    readonly nodes: Int32Array;
    readonly x: Float32Array;
    readonly y: Float32Array;
    /** The nodes of a box whose values are shown in it, by item. */
    readonly cells: ReadonlyMap<number, Int32Array>;
    /** Whether an item can be unfolded. */
    readonly folded: Uint8Array;
  };
  readonly edges: {
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    /** Whose value and gradient an edge shows: that of its weight, or of where it comes from; −1 if it is of many. */
    readonly nodes: Int32Array;
  };
  /** In which item each node is drawn; −1 if in none. */
  readonly homes: Int32Array;
}

/** What does not change while a network is open: its nodes, in the order of the numbers that frames bring. */
export interface Outline {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  /** The operation of each node, or what else it is. */
  readonly ops: readonly string[];
  readonly layers: Int16Array;
  readonly units: Int32Array;
  /** What each layer is, the node that each of its units gives, and the sum that the unit begins with if the layer is linear. */
  readonly parts: readonly { readonly label: string; readonly nodes: Int32Array; readonly sums: Int32Array }[];
  readonly inputs: Int32Array;
  /** The node of each parameter. */
  readonly parameters: Int32Array;
  readonly loss: number;
}
