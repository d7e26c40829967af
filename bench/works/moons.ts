import { elementary, randomGenerator } from '@chainrule/core';
import { trainNetwork } from './network.ts';
import type { Work } from './work.ts';

const rows = 4096;
const rate = 0.001;

/** Two half circles, each around the end of the other, blurred; columns x, y, label. */
function halfCircles(): Float64Array[] {
  const { uniform } = randomGenerator(3);
  const columns = Array.from({ length: 3 }, () => new Float64Array(rows)) as [Float64Array, Float64Array, Float64Array];
  const [x, y, label] = columns;
  for (let r = 0; r < rows; r++) {
    const angle = uniform(0, Math.PI);
    const lower = r % 2;
    x[r] = (lower ? 1 - elementary.cos(angle) : elementary.cos(angle)) + uniform(-0.3, 0.3);
    y[r] = (lower ? 0.5 - elementary.sin(angle) : elementary.sin(angle)) + uniform(-0.3, 0.3);
    label[r] = lower;
  }
  return columns;
}

export const moons = (): Work =>
  trainNetwork(
    '2-16-16-1 tanh, cross-entropy, batch 32, Adam',
    { widths: [2, 16, 16, 1], activation: 'tanh', output: 'sigmoid', rows, batch: 32, optimizer: 'adam', rate },
    halfCircles(),
    { files: { C: 'moons', 'C, batch innermost': 'moonsBatch' }, defines: { ROWS: rows, RATE: rate } },
    [
      { of: 'Chainrule f32', against: 'tfjs wasm', times: 100 },
      { of: 'Chainrule f64', against: 'tfjs wasm', times: 25 },
      { of: 'Chainrule f32', against: 'C', times: 0.8 },
    ],
  );
