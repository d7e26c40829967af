import type { PresetName } from '../state/labState.ts';

/** Steps after which a preset is right on at least so large a share of the rows that were kept away. */
export const presetBars: readonly [name: PresetName, steps: number, least: number][] = [
  ['aboveTheLine', 4000, 0.95],
  ['xor', 1000, 1],
  ['circles', 2000, 0.98],
  ['moons', 3000, 0.95],
  ['spiral', 10_000, 0.95],
  ['iris', 600, 0.95],
  ['digits', 1000, 0.95],
];
