import { input, meanBatch, type Node, parameter, randomGenerator } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, cos, multiply, sin, sum } from '@chainrule/ops';
import { gradientWork } from './gradients.ts';
import type { Work } from './work.ts';

const points = 4096;

/**
 * A planar arm of six joints, x = Σ lⱼ·cos(Σᵢ≤ⱼ θᵢ + oᵢ), y likewise with sin: what its lengths l and offsets o are, from the
 * angles θ that were read and the places where its hand was seen.
 */
export function robotArm(): Work {
  const { uniform } = randomGenerator(6);
  const lengths = [0.5, 0.4, 0.35, 0.3, 0.2, 0.1].map((value) => parameter(value));
  const offsets = [0.05, -0.02, 0.03, 0.01, -0.04, 0.02].map((value) => parameter(value));
  const xs: Node[] = [];
  const ys: Node[] = [];
  let turned: Node | undefined;
  lengths.forEach((length, j) => {
    const turn = add(input(`angle${j}`), offsets[j] as Node);
    turned = turned === undefined ? turn : add(turned, turn);
    xs.push(multiply(length, cos(turned)));
    ys.push(multiply(length, sin(turned)));
  });
  const distance = add(squaredError(sum(xs), input('seenX')), squaredError(sum(ys), input('seenY')));
  const angles = lengths.map(() => Float64Array.from({ length: points }, () => uniform(-2, 2)));
  const seen = [0, 1].map(() => Float64Array.from({ length: points }, () => uniform(-1.5, 1.5)));
  return gradientWork({
    name: 'robot arm, 6 joints, 4,096 points',
    of: meanBatch(distance),
    parameters: [...lengths, ...offsets],
    columns: [...angles, ...seen],
    count: points,
    engines: ['Chainrule f64', 'Chainrule f32', 'Chainrule f32 fast'],
    programs: { C: 'robotArm', 'C, tiles of points': 'robotArmTiles' },
    bars: [
      { of: 'Chainrule f64', against: 'interpreter', times: 20 },
      { of: 'Chainrule f64', against: 'C', times: 0.8 },
    ],
  });
}
