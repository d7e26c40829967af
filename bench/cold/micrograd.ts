import { readFileSync } from 'node:fs';
import { input, type Node, parameter, parameters } from '@chainrule/core';
import { hinge, l2 } from '@chainrule/losses';
import { add, dot, relu } from '@chainrule/ops';
import { sgd, train } from '@chainrule/training';
import type { Figures } from '../measure.ts';
import type { ColdCase } from './case.ts';

interface Fixture {
  readonly X: readonly (readonly [number, number])[];
  readonly y: readonly number[];
  readonly layers: readonly { readonly W: readonly (readonly number[])[]; readonly b: readonly number[] }[];
  /** The loss before each step, and how many points were right. */
  readonly trajectory: readonly (readonly [number, number])[];
}

const file = new URL('../../packages/training/src/fixtures/micrograd-moons.json', import.meta.url);

/** The moons of micrograd's demonstration: a 2-16-16-1 relu network, 100 steps over all 100 points. */
async function moonsOfMicrograd(): Promise<Figures> {
  const moons = JSON.parse(readFileSync(file, 'utf8')) as Fixture;
  const before = process.cpuUsage();
  let layer: readonly Node[] = [input('x'), input('y')];
  moons.layers.forEach(({ W, b }, depth) => {
    const from = layer;
    layer = W.map((row, j) => {
      const z = add(
        dot(
          row.map((weight) => parameter(weight)),
          from,
        ),
        parameter(b[j] as number),
      );
      return depth < moons.layers.length - 1 ? relu(z) : z;
    });
  });
  const score = layer[0] as Node;
  const loss = add(hinge(score, input('label')), l2(parameters(score), 1e-4));
  const data = { x: moons.X.map(([x]) => x), y: moons.X.map(([, y]) => y), label: moons.y };
  const losses: number[] = [];
  await train(loss, data, {
    optimizer: sgd((step) => 1 - (0.9 * step) / 100),
    batchSize: Number.POSITIVE_INFINITY,
    epochs: 100,
    progress: false,
    onStep: (report) => losses.push(report.loss),
  });
  const { user, system } = process.cpuUsage(before);
  const away = moons.trajectory.map(([expected], step) => Math.abs(expected - (losses[step] as number)));
  return { 'CPU, s': (user + system) / 1e6, 'largest distance of a loss × 1e9': 1e9 * Math.max(...away) };
}

export const micrograd: Readonly<Record<string, ColdCase>> = {
  "micrograd's moons: build, compile and 100 steps": {
    run: moonsOfMicrograd,
    atMost: { 'CPU, s': 0.1, 'largest distance of a loss × 1e9': 1 },
  },
};
