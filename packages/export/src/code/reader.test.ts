import { describe, expect, it } from 'vitest';
import { language } from '../testing/runBody.ts';
import type { Places } from './places.ts';
import { readerOf } from './reader.ts';
import { tablesOf } from './tables.ts';

const panels = { first: 0, count: 2, width: 2, terms: 3 };

function read(rowAt: (i: number, k: number) => number, known?: readonly number[]) {
  const tables = tablesOf(language);
  const places = { known: () => known, array: () => ({ name: 'm', offset: 100 }), tables } as unknown as Places;
  const reader = readerOf(language, places, 0, panels, rowAt);
  return { text: reader('i', 1, 'k'), tables: tables.lines };
}

describe('readerOf', () => {
  it('computes indices that grow evenly with rows and terms', () => {
    const { text, tables } = read((i, k) => 7 + 10 * i - 2 * k);
    expect(text).toBe('m[20 * i - 2 * k + 117]');
    expect(tables).toEqual([]);
  });

  it('looks other indices up in a table, panel by panel', () => {
    const { text, tables } = read((i, k) => (i === 3 && k === 2 ? 0 : i + k));
    expect(text).toBe('m[t0[6 * i + 2 * k + 1]]');
    expect(tables).toEqual(['const t0 = new Int32Array([100,101,101,102,102,103,102,103,103,104,104,100]);']);
  });

  it('prints known numbers as a table, or as one number where all are the same', () => {
    expect(read((i) => i, [5, 6, 7, 8])).toEqual({
      text: 't0[6 * i + 2 * k + 1]',
      tables: ['const t0 = new Float64Array([5,6,5,6,5,6,7,8,7,8,7,8]);'],
    });
    expect(read((i) => i, [-3, -3, -3, -3])).toEqual({ text: '(-3)', tables: [] });
    expect(read((i) => i, [0, 0, -0, 0]).text).toContain('t0[');
  });
});
