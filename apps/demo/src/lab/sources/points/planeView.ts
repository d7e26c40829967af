import type { PlanePoint } from '../../data/sets/plane.ts';

/** The part of the plane that is drawn, a square. */
export interface PlaneView {
  readonly left: number;
  readonly bottom: number;
  readonly size: number;
}

const usual: PlaneView = { left: -1.5, bottom: -1.5, size: 3 };

/** The square that shows all points: the usual one if they are in it, else one around them with a margin. */
export function planeView(points: readonly PlanePoint[]): PlaneView {
  const isInside = points.every(([x, y]) => Math.abs(x) <= 1.5 && Math.abs(y) <= 1.5);
  if (isInside) return usual;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const size = 1.2 * Math.max(right - left, top - bottom, 1e-6);
  return { left: (left + right - size) / 2, bottom: (bottom + top - size) / 2, size };
}

/** Where a place of the plane is on a canvas of so many pixels. */
export const toCanvas = ({ left, bottom, size }: PlaneView, pixels: number, [x, y]: readonly [number, number]) =>
  [(pixels * (x - left)) / size, pixels * (1 - (y - bottom) / size)] as const;

/** Which place of the plane is at a place of the canvas, in numbers that can be read. */
export function fromCanvas({ left, bottom, size }: PlaneView, pixels: number, [px, py]: readonly [number, number]) {
  const round = rounder(size);
  return [round(left + (size * px) / pixels), round(bottom + size * (1 - py / pixels))] as const;
}

/** A place moved by steps of a twentieth, or a hundredth, of the plane, as far as its edge. */
export function moved(
  { left, bottom, size }: PlaneView,
  [x, y]: readonly [number, number],
  [dx, dy]: readonly [number, number],
  isFine: boolean,
) {
  const step = size / (isFine ? 100 : 20);
  const round = rounder(size);
  const within = (value: number, low: number): number => round(Math.min(Math.max(value, low), low + size));
  return [within(x + dx * step, left), within(y + dy * step, bottom)] as const;
}

/** Rounds to a thousandth of the plane, by powers of ten. */
function rounder(size: number): (value: number) => number {
  const digits = Math.min(Math.max(3 - Math.floor(Math.log10(size)), 0), 12);
  return (value) => Number(value.toFixed(digits)) + 0;
}

/** The number of the point that is next to a place, if one is within a twentieth of the plane. */
export function nearest(
  points: readonly PlanePoint[],
  [x, y]: readonly [number, number],
  { size }: PlaneView,
): number | undefined {
  let best: number | undefined;
  let least = size / 20;
  points.forEach(([px, py], i) => {
    const distance = Math.hypot(px - x, py - y);
    if (distance > least) return;
    least = distance;
    best = i;
  });
  return best;
}
