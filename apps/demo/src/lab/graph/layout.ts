/** What is to be placed: items in columns, and what leads where, as lists of numbers of items. */
export interface Columns {
  /** The column of each item, from 0. */
  readonly ranks: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** How items are placed. */
export interface Spacing {
  /** From a column to the next, at least, and from a row to the next. */
  readonly column: number;
  readonly row: number;
  /** From item to item in a column that stands in several files. */
  readonly file: number;
  /** How many items a column of so many, of so many in all, has one below the other: the rest stands beside them. */
  readonly rows: (count: number, all: number) => number;
  /** How often columns are ordered by their neighbours, forth and back; without it items stay in the order that they came in. */
  readonly sweeps: number;
  /** Whether short columns are spread as high as the highest. */
  readonly spread: boolean;
}

/** The middle of each item. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * Places items in columns. In each, items are sorted by the mean place of their neighbours (the barycentre), which leaves few
 * crossings. The time grows with the number of items and edges; columns are in the middle, around y = 0, and so far from
 * each other that the whole is wider than high.
 */
export function layout({ ranks, from, to }: Columns, { column, row, file, rows, sweeps, spread }: Spacing): Places {
  const count = ranks.length;
  const columns: number[][] = [];
  for (let i = 0; i < count; i++) {
    const rank = ranks[i] as number;
    while (columns.length <= rank) columns.push([]);
    (columns[rank] as number[]).push(i);
  }
  const sources = neighbours(count, to, from);
  const targets = neighbours(count, from, to);
  const at = new Float64Array(count); // within the column, from 0 to 1
  const settle = (items: number[]): void => items.forEach((item, i) => (at[item] = (i + 0.5) / items.length));
  columns.forEach(settle);
  const wished = new Float64Array(count);
  const order = (items: number[], { starts, others }: Neighbours): void => {
    let isSorted = true;
    let before = Number.NEGATIVE_INFINITY;
    for (const item of items) {
      const [start, end] = [starts[item] as number, starts[item + 1] as number];
      let sum = 0;
      for (let i = start; i < end; i++) sum += at[others[i] as number] as number;
      const wish = start === end ? (at[item] as number) : sum / (end - start);
      wished[item] = wish;
      isSorted &&= wish >= before;
      before = wish;
    }
    if (isSorted) return; // and so it was before
    items.sort((a, b) => (wished[a] as number) - (wished[b] as number));
    settle(items);
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let c = 1; c < columns.length; c++) order(columns[c] as number[], sources);
    for (let c = columns.length - 2; c >= 0; c--) order(columns[c] as number[], targets);
  }
  const files = columns.map(({ length }) => Math.ceil(length / rows(length, count)));
  const heights = columns.map(({ length }, c) => Math.ceil(length / (files[c] as number)));
  const highest = Math.max(0, ...heights);
  const wide = files.reduce((sum, its) => sum + (its - 1) * file, 0);
  const gap = Math.max(column, (shape * highest * row - wide) / Math.max(1, columns.length - 1));
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  let left = 0;
  columns.forEach((items, c) => {
    const [its, height] = [files[c] as number, heights[c] as number];
    const step = (row * (spread ? highest : height)) / height;
    items.forEach((item, i) => {
      x[item] = left + (i % its) * file;
      y[item] = (Math.floor(i / its) - (height - 1) / 2) * step;
    });
    left += (its - 1) * file + gap;
  });
  return { x, y };
}

/** How much wider than high. */
const shape = 1.5;

/** The neighbours of item i are `others[starts[i]] … others[starts[i + 1] − 1]`. */
interface Neighbours {
  readonly starts: Int32Array;
  readonly others: Int32Array;
}

function neighbours(count: number, of: ArrayLike<number>, others: ArrayLike<number>): Neighbours {
  const starts = new Int32Array(count + 1);
  for (let e = 0; e < of.length; e++) (starts[(of[e] as number) + 1] as number) += 1;
  for (let i = 0; i < count; i++) (starts[i + 1] as number) += starts[i] as number;
  const next = starts.slice();
  const list = new Int32Array(of.length);
  for (let e = 0; e < of.length; e++) {
    const at = next[of[e] as number] as number;
    list[at] = others[e] as number;
    next[of[e] as number] = at + 1;
  }
  return { starts, others: list };
}
