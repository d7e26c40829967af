import { images } from './images.ts';
import { trainNetwork } from './network.ts';
import type { Work } from './work.ts';

const rows = 4096;
const rate = 0.001;

export const digits = (): Work =>
  trainNetwork(
    '64-32-10 relu, softmax cross-entropy, batch 32, Adam',
    { widths: [64, 32, 10], activation: 'relu', output: 'softmax', rows, batch: 32, optimizer: 'adam', rate },
    images(64, rows),
    {
      files: { C: 'softmax', 'C, batch innermost': 'softmaxBatch' },
      defines: { IN: 64, HIDDEN: 32, OUT: 10, BATCH: 32, ROWS: rows, RATE: rate, UPDATE: 'adam()' },
    },
    [
      { of: 'Chainrule f32', against: 'tfjs wasm', times: 40 },
      { of: 'Chainrule f64', against: 'tfjs wasm', times: 18 },
      { of: 'Chainrule f32', against: 'C', times: 0.8 },
      { of: 'Chainrule f32 fast', against: 'C', times: 0.8 }, // C, too, may fuse
    ],
  );
