import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCanvas, moved, nearest, planeView, toCanvas } from './planeView.ts';

const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const clouds = fc.array(fc.tuple(coordinate, coordinate, fc.nat(9)), { minLength: 1, maxLength: 30 });

describe('the plane', () => {
  it('is the usual square as long as all points are in it', () => {
    expect(planeView([])).toEqual({ left: -1.5, bottom: -1.5, size: 3 });
    expect(planeView([[1.5, -1.5, 0]])).toEqual(planeView([]));
  });

  it('shows all points, wherever they are', () => {
    fc.assert(
      fc.property(clouds, (points) => {
        const view = planeView(points);
        for (const [x, y] of points)
          for (const pixel of toCanvas(view, 200, [x, y])) {
            expect(pixel).toBeGreaterThanOrEqual(0);
            expect(pixel).toBeLessThanOrEqual(200);
          }
      }),
    );
  });

  it('a click is where it is seen, to half a pixel', () => {
    fc.assert(
      fc.property(clouds, fc.nat(200), fc.nat(200), (points, px, py) => {
        const view = planeView(points);
        if (view.size < 1e-3) return; // smaller than the digits that are kept
        const [x, y] = toCanvas(view, 200, fromCanvas(view, 200, [px, py]));
        expect(Math.abs(x - px)).toBeLessThan(0.5);
        expect(Math.abs(y - py)).toBeLessThan(0.5);
      }),
    );
  });

  it('up on the canvas is up in the plane, in numbers that can be read', () => {
    expect(fromCanvas(planeView([]), 200, [0, 0])).toEqual([-1.5, 1.5]);
    expect(fromCanvas(planeView([]), 300, [157, 150])).toEqual([0.07, 0]);
  });
});

it('the cross-hair moves by a twentieth, or finely, and not over the edge', () => {
  const view = planeView([]);
  expect(moved(view, [0, 0], [1, 0], false)).toEqual([0.15, 0]);
  expect(moved(view, [0, 0], [0, -1], true)).toEqual([0, -0.03]);
  expect(moved(view, [1.45, -1.5], [1, -1], false)).toEqual([1.5, -1.5]);
});

it('the nearest point is found if it is near', () => {
  const points = [[0, 0, 0] as const, [0.1, 0, 1] as const];
  expect(nearest(points, [0.09, 0], planeView(points))).toBe(1);
  expect(nearest(points, [0.01, 0], planeView(points))).toBe(0);
  expect(nearest(points, [1, 1], planeView(points))).toBeUndefined();
});
