import { expect, test } from 'vitest';
import { boundary } from './boundary.ts';

/** Class 1 below the diagonal y = x, one point of each class, and one that is out of view. */
const scene = {
  view: { left: 0, right: 8, bottom: 0, top: 8 },
  probability: ({ x, y }: { x: number[]; y: number[] }) =>
    x.map((value, i) => (value > (y[i] as number) ? 0.95 : 0.05)),
  points: [
    { x: 0.5, y: 7, label: 0 },
    { x: 7.5, y: 1, label: 1 },
    { x: 9, y: 9, label: 1 },
  ],
};

test('boundary in plain characters: the side of class 1 is dotted, points are o and x', () => {
  expect(boundary(scene, 8, false)).toEqual(['o      .', '     ...', '   .....', ' ......x']);
});

test('boundary in colour has the same shape in half blocks', () => {
  const lines = boundary(scene, 8, true);
  const [blue, orange] = ['0;38;5;24', '0;38;5;130'];
  const edge = '0;38;5;24;48;5;130';
  expect(lines).toEqual([
    `\x1b[0;38;5;24;48;5;117m▀\x1b[${blue}m██████\x1b[${edge}m▀\x1b[0m`,
    `\x1b[${blue}m█████\x1b[${edge}m▀\x1b[${orange}m██\x1b[0m`,
    `\x1b[${blue}m███\x1b[${edge}m▀\x1b[${orange}m████\x1b[0m`,
    `\x1b[${blue}m█\x1b[${edge}m▀\x1b[${orange}m█████\x1b[0;38;5;130;48;5;221m▀\x1b[0m`,
  ]);
});

test('boundary shades the sides by how sure the network is', () => {
  const shades = { ...scene, points: [], probability: () => [0.05, 0.3, 0.7, 0.95, 0.05, 0.3, 0.7, 0.95] };
  expect(boundary({ ...shades, view: { left: 0, right: 4, bottom: 0, top: 2 } }, 4, true)).toEqual([
    '\x1b[0;38;5;24m█\x1b[0;38;5;67m█\x1b[0;38;5;137m█\x1b[0;38;5;130m█\x1b[0m',
  ]);
});
