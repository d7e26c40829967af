import { expect, it } from 'vitest';
import { fitted, panned, pointAt, zoomed } from './viewport.ts';

const screen = { width: 600, height: 400 };

it('fitted shows all items, and no larger than they are drawn', () => {
  const view = fitted([0, 4000], [-100, 3000], { width: 50, height: 50 }, screen);
  const [left, top] = pointAt(view, screen, 0, 0);
  const [right, bottom] = pointAt(view, screen, 600, 400);
  expect(left).toBeLessThan(-25);
  expect(right).toBeGreaterThan(4025);
  expect(top).toBeLessThan(-125);
  expect(bottom).toBeGreaterThan(3025);
  expect(fitted([0], [0], { width: 50, height: 50 }, screen).scale).toBe(1.25);
});

it('zoomed keeps the point under the pointer, panned moves it along', () => {
  const view = { x: 10, y: 20, scale: 0.5 };
  const before = pointAt(view, screen, 450, 100);
  const after = pointAt(zoomed(view, 3, 450 - 300, 100 - 200), screen, 450, 100);
  expect(after[0]).toBeCloseTo(before[0], 9);
  expect(after[1]).toBeCloseTo(before[1], 9);
  const moved = pointAt(panned(view, 30, -40), screen, 480, 60);
  expect(moved[0]).toBeCloseTo(before[0], 9);
  expect(moved[1]).toBeCloseTo(before[1], 9);
});

it('zoomed stays within bounds', () => {
  expect(zoomed({ x: 0, y: 0, scale: 1 }, 1e9).scale).toBe(4);
  expect(zoomed({ x: 0, y: 0, scale: 1 }, 1e-9).scale).toBe(0.005);
});
