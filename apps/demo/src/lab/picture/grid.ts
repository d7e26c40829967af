/** From and to. */
export type Range = readonly [low: number, high: number];

/** What is predicted over a plane of two features: a value for each cell, row by row from the top. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** The features that go to the right and up. */
  readonly axes: readonly [number, number];
  readonly x: Range;
  readonly y: Range;
  /** From 0 to 1: the probability of the second class, the certainty of the likeliest of several, or a place in `scale`. */
  readonly values: Float32Array;
  /** The likeliest class of each cell, where there are several. */
  readonly classes?: Uint8Array;
  /** Where a number is predicted: what 0 and 1 stand for. */
  readonly scale?: Range;
}

/** The centre of a cell, counted from the left or from the bottom. */
export const centre = ([low, high]: Range, cells: number, i: number): number =>
  low + ((high - low) * (i + 0.5)) / cells;
