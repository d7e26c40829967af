import type { Level } from '../state/labState.ts';

/** What the items of a drawing are. */
export const itemKinds = ['input', 'constant', 'parameter', 'operation', 'unit', 'layer', 'output', 'loss'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** An item that is more than a node. */
export interface Box {
  readonly key: string;
  /** Without one, it is called as its node is. */
  readonly label: string | undefined;
  /** A second line: what is in it. */
  readonly note: string;
}

/** A graph that is ready to be drawn, as the worker sends it; numbers lie in lists of their own and come with each frame. */
export interface Drawn {
  readonly level: Level;
  /** How large items are. */
  readonly size: { readonly width: number; readonly height: number; readonly round: boolean };
  readonly items: {
    /** Those that are more than a node, by item. */
    readonly boxes: ReadonlyMap<number, Box>;
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

/** The same with the texts of each item, which are made when they are first read: of a large graph, few ever are. */
export interface Drawing extends Drawn {
  readonly items: Drawn['items'] & {
    readonly keys: readonly string[];
    readonly labels: readonly string[];
    /** A second line: what is in a box, or the operation of a node. */
    readonly notes: readonly string[];
  };
}

/** What does not change while a network is open: its nodes, in the order of the numbers that frames bring. As the worker sends it. */
export interface Outlined {
  /** The operation of each node, or what else it is: a place in `words`. */
  readonly what: Uint8Array;
  readonly words: readonly string[];
  readonly layers: Int16Array;
  readonly units: Int32Array;
  /** What each layer is, the node that each of its units gives, and the sum that the unit begins with if the layer is linear. */
  readonly parts: readonly { readonly label: string; readonly nodes: Int32Array; readonly sums: Int32Array }[];
  readonly inputs: Int32Array;
  /** The node of each parameter. */
  readonly parameters: Int32Array;
  readonly loss: number;
}

/** The same with the texts of each node, which are made when they are first read. */
export interface Outline extends Outlined {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  /** The operation of each node, or what else it is. */
  readonly ops: readonly string[];
}
