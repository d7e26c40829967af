import { condense, discover, gradientBlocks } from '@chainrule/blocks';
import { compile, machine } from '@chainrule/compiler';
import { gradient, lower, meanBatch, type Node, parameters } from '@chainrule/core';
import { trainer } from '@chainrule/training';
import { type Figures, peak, timed } from '../measure.ts';
import { images } from '../works/images.ts';
import { type NetworkWork, trainingOf } from '../works/network.ts';
import type { ColdCase } from './case.ts';

/** From nothing to the end of the first step, as a program that has just started sees it. */
function toFirstStep(network: NetworkWork): Figures {
  const columns = images(network.widths[0] as number, network.rows);
  const figures: Figures = {};
  const before = process.cpuUsage();
  const start = performance.now();
  const { loss, data, optimizer } = timed(figures, 'build graph and rows', () => trainingOf(network, columns));
  const run = timed(figures, 'compile', () =>
    trainer(loss, data, { optimizer, batchSize: network.batch, shuffle: false }),
  );
  timed(figures, 'first step', () => run.step());
  figures['altogether, ms'] = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  figures['CPU altogether, ms'] = (user + system) / 1000;
  figures['from the start of the process, ms'] = performance.now();
  timed(figures, 'second step', () => run.step());
  figures['largest resident size, MB'] = peak();
  return figures;
}

/** The stages of compiling a loss and its gradient, one after the other: from the condensed graph, then scalar by scalar. */
function stages(network: NetworkWork): Figures {
  const figures: Figures = {};
  const { loss } = trainingOf(network, images(network.widths[0] as number, network.batch));
  const mean = meanBatch(loss);
  const graph = timed(figures, 'condense', () => condense(mean));
  timed(figures, 'blocks of the gradient', () => gradientBlocks(graph, graph.parameters));
  const derivatives = timed(figures, 'differentiate', () => gradient(mean, parameters(loss)) as Node[]);
  const program = timed(figures, 'lower', () => lower([mean, ...derivatives]));
  timed(figures, 'find blocks', () => discover(program));
  const columns = Array.from({ length: program.slots }, () => new Float64Array(network.batch));
  const results = Array.from(program.outputs, () => new Float64Array(1));
  timed(figures, 'blocks, code, WebAssembly and first run', () =>
    machine(program, { engine: 'wasm' }).run(columns, network.batch, results),
  );
  const plan = compile([mean, ...derivatives], { engine: 'wasm' }).explain();
  figures['instructions'] = program.length;
  figures['generated code, bytes'] = Number(/code ([\d,]+) bytes/.exec(plan)?.[1]?.replaceAll(',', ''));
  figures['largest resident size, MB'] = peak();
  return figures;
}

const small = { activation: 'tanh', output: 'sigmoid', rows: 64, batch: 32, optimizer: 'adam', rate: 0.001 } as const;
const large = { activation: 'relu', output: 'softmax', rows: 128, batch: 64, optimizer: 'sgd', rate: 0.1 } as const;
const networks: Readonly<Record<string, NetworkWork>> = {
  '2-16-16-1': { ...small, widths: [2, 16, 16, 1] },
  '64-32-10': { ...large, widths: [64, 32, 10] },
  '784-128-10': { ...large, widths: [784, 128, 10] },
};

const compiling = { 'compile, ms': 80 };

export const firstStep: Readonly<Record<string, ColdCase>> = Object.fromEntries(
  Object.entries(networks).flatMap(([name, network]): [string, ColdCase][] => [
    [
      `${name}: to the end of the first step`,
      { run: () => toFirstStep(network), atMost: name === '784-128-10' ? { 'altogether, ms': 400 } : compiling },
    ],
    [`${name}: stages of compiling`, { run: () => stages(network) }],
  ]),
);
