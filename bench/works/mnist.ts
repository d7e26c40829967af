import { images } from './images.ts';
import { trainNetwork } from './network.ts';
import type { Work } from './work.ts';

const rows = 4096;
const rate = 0.1;

export const mnist = (): Work =>
  trainNetwork(
    '784-128-10 relu, softmax cross-entropy, batch 64, SGD',
    { widths: [784, 128, 10], activation: 'relu', output: 'softmax', rows, batch: 64, optimizer: 'sgd', rate },
    images(784, rows),
    {
      files: { C: 'softmax', 'C, batch innermost': 'softmaxBatch' },
      defines: { IN: 784, HIDDEN: 128, OUT: 10, BATCH: 64, ROWS: rows, RATE: rate, UPDATE: 'descend()' },
    },
    [
      { of: 'Chainrule f32', against: 'tfjs wasm', times: 10 },
      { of: 'Chainrule f32', share: 0.65 },
      { of: 'Chainrule f32 fast', share: 0.85 },
      { of: 'Chainrule f64', against: 'tfjs wasm', times: 5 },
    ],
  );
