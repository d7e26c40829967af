import type { Level } from '../state/labState.ts';
import type { Drawing } from './drawing.ts';
import type { Spacing } from './layout.ts';

/** How items look and stand at a level. */
interface Shape extends Spacing {
  readonly size: Drawing['size'];
}

const oneFile = (count: number): number => count;
/** Columns of many units are as wide as high: the pixels of a picture are one again. */
const squares = (count: number): number => (count <= 24 ? count : Math.ceil(Math.sqrt(count)));
const many = (count: number, all: number): number => Math.min(count, Math.max(40, Math.ceil(Math.sqrt(all))));

export const shapes: Readonly<Record<Level, Shape>> = {
  blocks: {
    size: { width: 136, height: 96, round: false },
    column: 172,
    row: 120,
    file: 160,
    rows: oneFile,
    sweeps: 0,
    spread: false,
  },
  neurons: {
    size: { width: 48, height: 48, round: true },
    column: 200,
    row: 88,
    file: 72,
    rows: squares,
    sweeps: 0,
    spread: false,
  },
  nodes: {
    size: { width: 104, height: 52, round: false },
    column: 140,
    row: 60,
    file: 112,
    rows: many,
    sweeps: 2,
    spread: true,
  },
};
