import { expect, it } from 'vitest';
import { joined } from './joined.ts';
import type { Frame } from './protocol.ts';

const clock = { step: 1, epoch: 0, playing: true, speed: 0, furthest: 1 };
const figures = { training: 1, test: undefined };
const graph = { row: 3 };

it('joined(before, next) keeps what a frame of a part does not bring', () => {
  const before: Frame = { clock: { ...clock, step: 0 }, looks: { figures, graph: { row: 2 } } };
  expect(joined(before, { clock, looks: { graph }, isPart: true })).toMatchObject({ clock, looks: { figures, graph } });
  expect(joined(undefined, { clock, looks: { graph }, isPart: true }).looks).toEqual({ graph });
});

it('joined(before, next) keeps nothing once a frame is whole', () => {
  const before: Frame = { clock, looks: { figures } };
  expect(joined(before, { clock, looks: { graph } }).looks).toEqual({ graph });
});
