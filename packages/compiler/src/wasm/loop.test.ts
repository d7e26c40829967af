import { expect, test } from 'vitest';
import { inTiles, range } from './loop.ts';

test('inTiles goes through everything once, in order, in tiles of at most so many that differ by one at most', () => {
  for (let count = 1; count <= 40; count++)
    for (let most = 1; most <= 12; most++) {
      const seen: number[] = [];
      const sizes: number[] = [];
      inTiles(count, most, (from, size, turns) => {
        expect(turns).toBeGreaterThan(0);
        for (let turn = 0; turn < turns; turn++) {
          seen.push(...range(size).map((i) => from + turn * size + i));
          sizes.push(size);
        }
      });
      expect(seen).toEqual(range(count));
      expect(sizes).toHaveLength(Math.ceil(count / most));
      expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
});
