import { randomGenerator } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { layout } from './layout.ts';

const spacing = { column: 100, row: 10, file: 20, rows: (count: number) => count, sweeps: 3, spread: false };

/** How many pairs of edges between two columns cross. */
function crossings(y: Float32Array, from: readonly number[], to: readonly number[]): number {
  let count = 0;
  for (let a = 0; a < from.length; a++)
    for (let b = 0; b < a; b++) {
      const [left, right] = [from, to].map(
        (ends) => (y[ends[a] as number] as number) - (y[ends[b] as number] as number),
      );
      if ((left as number) * (right as number) < 0) count++;
    }
  return count;
}

describe('layout', () => {
  it('puts items into their columns, in the middle, in the order that they came in', () => {
    const { x, y } = layout({ ranks: [0, 1, 1, 1], from: [0, 0, 0], to: [3, 2, 1] }, { ...spacing, sweeps: 0 });
    expect([...x]).toEqual([0, 100, 100, 100]);
    expect([...y]).toEqual([0, -10, 0, 10]);
  });

  it('undoes the crossings of a shuffled ladder', () => {
    const count = 12;
    const random = randomGenerator(2);
    const partner = Array.from({ length: count }, (_, i) => i).sort(() => random.integer(3) - 1);
    const from = partner.map((_, i) => i);
    const to = partner.map((other) => count + other);
    const columns = { ranks: [...from.map(() => 0), ...from.map(() => 1)], from, to };
    expect(crossings(layout(columns, { ...spacing, sweeps: 0 }).y, from, to)).toBeGreaterThan(10);
    expect(crossings(layout(columns, spacing).y, from, to)).toBe(0);
  });

  it('spreads short columns as high as the highest', () => {
    const ranks = [0, 0, ...Array.from({ length: 20 }, () => 1)];
    const { y } = layout({ ranks, from: [], to: [] }, { ...spacing, spread: true });
    expect([y[0], y[1]]).toEqual([-50, 50]);
    expect([y[2], y[21]]).toEqual([-95, 95]);
  });

  it('puts long columns into files, filled row by row', () => {
    const ranks = [0, 1, 1, 1, 1, 1];
    const { x, y } = layout({ ranks, from: [], to: [] }, { ...spacing, rows: () => 3, sweeps: 0 });
    expect([...x]).toEqual([0, 100, 120, 100, 120, 100]);
    expect([...y]).toEqual([0, -10, -10, 0, 0, 10]);
  });

  it('is wider than high', () => {
    const ranks = [...Array.from({ length: 100 }, () => 0), 1, 2];
    const { x } = layout({ ranks, from: [], to: [] }, spacing);
    expect([...new Set(x)]).toEqual([0, 750, 1500]);
  });

  it('looks at each edge a fixed number of times for every sweep', () => {
    const reads = (count: number): number => {
      let looked = 0;
      const ranks = Array.from({ length: 2 * count }, (_, i) => (i < count ? 0 : 1));
      const edges = Array.from({ length: 4 * count }, (_, e) => e);
      const counted = (ends: readonly number[]): ArrayLike<number> =>
        new Proxy(ends, {
          get: (list, key) => {
            if (key !== 'length') looked++;
            return list[key as keyof typeof list];
          },
        }) as ArrayLike<number>;
      layout(
        { ranks, from: counted(edges.map((e) => e % count)), to: counted(edges.map((e) => count + ((e * 7) % count))) },
        spacing,
      );
      return looked;
    };
    expect(reads(4000)).toBe(10 * reads(400));
  });
});
