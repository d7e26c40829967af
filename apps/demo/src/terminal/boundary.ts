import type { Point } from '../data/points.ts';
import { halfBlocks } from './halfBlocks.ts';

/** What a classifier says of a part of the plane, and the points that it is about. */
export interface Scene {
  readonly view: { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number };
  /** The probability of class 1 at many places. */
  readonly probability: (places: { x: number[]; y: number[] }) => ArrayLike<number>;
  readonly points: readonly Point[];
}

/** Class 0 is blue, class 1 orange; the sides are darker than their points, and darkest where the network is surest. */
const sides = [24, 67, 137, 130];
const dots = [117, 221];

/** The picture of a scene, `columns` characters wide: half blocks in colour, or else plain characters. */
export function boundary(scene: Scene, columns: number, colour: boolean): string[] {
  const { left, right, bottom, top } = scene.view;
  const lines = Math.round((columns * (top - bottom)) / (right - left) / 2); // a character is about twice as high as wide
  const rows = colour ? 2 * lines : lines;
  const width = (right - left) / columns;
  const height = (top - bottom) / rows;
  const cells = Array.from({ length: rows * columns }, (_, i) => ({ c: i % columns, r: Math.floor(i / columns) }));
  const probabilities = scene.probability({
    x: cells.map(({ c }) => left + (c + 0.5) * width),
    y: cells.map(({ r }) => top - (r + 0.5) * height),
  });
  const dotAt = new Map<number, number>();
  for (const { x, y, label } of scene.points) {
    const [c, r] = [Math.floor((x - left) / width), Math.floor((top - y) / height)];
    if (c >= 0 && c < columns && r >= 0 && r < rows) dotAt.set(r * columns + c, label);
  }
  const grid = <T>(dot: (label: number) => T, side: (p: number) => T): T[][] =>
    Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => {
        const label = dotAt.get(r * columns + c);
        return label === undefined ? side(probabilities[r * columns + c] as number) : dot(label);
      }),
    );
  if (colour) return halfBlocks(grid((label) => dots[label] as number, sideColour));
  return grid(
    (label) => (label === 1 ? 'x' : 'o'),
    (p) => (p > 0.5 ? '.' : ' '),
  ).map((row) => row.join('').trimEnd());
}

const sideColour = (p: number): number => sides[[0.1, 0.5, 0.9].filter((limit) => p > limit).length] as number;
