import { expect, test } from 'vitest';
import { rowOf } from './block.ts';
import { isSameMap, mapOf, mapOf2 } from './indexMap.ts';

test('mapOf(rows) is affine only if every row fits', () => {
  expect(mapOf(Int32Array.of(7))).toEqual({ kind: 'affine', base: 7, stride: 0 });
  expect(mapOf(Int32Array.of(7, 4, 1))).toEqual({ kind: 'affine', base: 7, stride: -3 });
  expect(mapOf(Int32Array.of(7, 4, 1, -1)).kind).toBe('table');
  for (let i = 0; i < 4; i++) expect(rowOf(mapOf(Int32Array.of(7, 4, 1, -1)), i)).toBe([7, 4, 1, -1][i]);
});

test('mapOf2(rows) is separable only if every pair fits', () => {
  expect(mapOf2(5, Int32Array.of(1, 2, 9, 3, 4, 11), 3)).toEqual({
    kind: 'separable',
    group: 5,
    row: { kind: 'affine', base: 1, stride: 2 },
    term: { kind: 'table', table: Int32Array.of(0, 1, 8) },
  });
  expect(mapOf2(5, Int32Array.of(1, 2, 9, 3, 4, 12), 3).kind).toBe('table');
});

test('isSameMap(a, b, rows) compares what maps say', () => {
  const [a, b] = [mapOf(Int32Array.of(1, 2, 4)), mapOf(Int32Array.of(1, 2, 5))];
  expect(isSameMap(a, mapOf(Int32Array.of(1, 2, 4)), 3)).toBe(true);
  expect(isSameMap(a, b, 3)).toBe(false);
  expect(isSameMap(a, mapOf(Int32Array.of(1, 2, 3)), 3)).toBe(false);
  expect(isSameMap(mapOf(Int32Array.of(1, 2)), a, 3)).toBe(false);
  expect(isSameMap(mapOf(Int32Array.of(1, 2)), mapOf(Int32Array.of(1, 3)), 2)).toBe(false);
  expect(isSameMap(mapOf(Int32Array.of(1, 2)), mapOf(Int32Array.of(1, 2)), 2)).toBe(true);
});
