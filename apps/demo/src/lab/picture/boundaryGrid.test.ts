import { expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import type { PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { boundaryGrid } from './boundaryGrid.ts';
import { centre } from './grid.ts';
import { telling } from './telling.ts';

const opened = (name: PresetName) => openSession(presets[name].state);

it('boundaryGrid(session, axes) holds what the network predicts at the centre of each cell', async () => {
  const session = await opened('moons');
  const { x, y, columns, rows, values } = boundaryGrid(session, [0, 1]);
  for (const [column, row] of [
    [0, 0],
    [17, 80],
    [99, 99],
  ] as const) {
    const at = [centre(x, columns, column), centre(y, rows, rows - 1 - row)];
    const inputs = at.map((value) => Float64Array.of(value));
    const [predicted] = session.predict({ count: 1, inputs, target: new Float64Array(1) });
    expect(values[row * columns + column]).toBe(Math.fround(predicted?.[0] as number));
  }
});

it('boundaryGrid(session, axes) is the same by the interpreter and by what is compiled', async () => {
  const session = await opened('circles');
  const interpreted = boundaryGrid(session, [0, 1]).values;
  await session.runner();
  expect(boundaryGrid(session, [0, 1]).values).toEqual(interpreted);
});

it('boundaryGrid(session, axes) tells XOR’s corners apart once it is trained', async () => {
  const session = await opened('xor');
  (await session.runner()).advance(1000);
  const { x, y, columns, rows, values } = boundaryGrid(session, [0, 1]);
  const cell = (range: readonly [number, number], cells: number, value: number): number =>
    Math.floor(((value - range[0]) / (range[1] - range[0])) * cells);
  const at = (a: number, b: number): number =>
    values[(rows - 1 - cell(y, rows, b)) * columns + cell(x, columns, a)] as number;
  expect([at(0, 0), at(1, 1)].every((p) => p < 0.1)).toBe(true);
  expect([at(0, 1), at(1, 0)].every((p) => p > 0.9)).toBe(true);
});

it('boundaryGrid(session, axes) has the likeliest class of several, over the two features asked for', async () => {
  const session = await opened('iris');
  (await session.runner()).advance(600);
  const grid = boundaryGrid(session, telling(session.data));
  expect(grid.axes).toEqual([2, 3]); // petals tell flowers apart
  expect(new Set(grid.classes)).toEqual(new Set([0, 1, 2]));
  expect(boundaryGrid(session, [0, 3]).axes).toEqual([0, 3]);
});
