import { compile } from '@chainrule/compiler';
import { gradient, input, inputs, meanBatch, type Node, parameter } from '@chainrule/core';
import { linear } from '@chainrule/macros';
import { add, multiply, sum, tanh } from '@chainrule/ops';
import type { Figures } from '../measure.ts';
import type { ColdCase } from './case.ts';

const sizes = [62_500, 250_000, 1_000_000] as const;

/** Graphs of about so many nodes. */
const shapes: Readonly<Record<string, (size: number) => Node | Node[]>> = {
  chain: (size) => {
    let y: Node = input('x');
    for (let i = 0; i < size; i += 2) y = tanh(add(y, 0.5));
    return y;
  },
  'gradient of a chain': (size) => {
    const p = parameter(0.5);
    let y: Node = input('x');
    for (let i = 0; i < size; i += 5) y = tanh(add(y, p));
    const mean = meanBatch(y);
    return [mean, ...(gradient(mean, [p]) as Node[])];
  },
  'dense layer': (size) => sum(linear(inputs('x', 500), Math.round(size / 1000))),
  'products of neighbours': (size) => {
    let [a, b]: [Node, Node] = [input('x'), parameter(0.3)];
    for (let i = 0; i < size; i += 4) [a, b] = [tanh(add(multiply(a, b), 0.1)), tanh(a)];
    return add(a, b);
  },
};

/** Compiles graphs of three sizes, after one that only warms up, and compares each with the one before, in the CPU's time. */
function growth(build: (typeof shapes)[string]): Figures {
  const figures: Figures = {};
  const row = { x: build === shapes['dense layer'] ? new Float64Array(500) : 0.5 };
  const time = (size: number): number => {
    const y = build(size);
    const before = process.cpuUsage();
    (compile(y as Node, { engine: 'wasm' }) as (row: object) => unknown)(row);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  time(sizes[0]);
  const times = sizes.map(time);
  sizes.forEach((size, i) => {
    figures[`${size.toLocaleString('en')} nodes, CPU ms`] = times[i] as number;
  });
  figures['four times the nodes, times as long'] = Math.max(
    (times[1] as number) / (times[0] as number),
    (times[2] as number) / (times[1] as number),
  );
  return figures;
}

export const growths: Readonly<Record<string, ColdCase>> = Object.fromEntries(
  Object.entries(shapes).map(([name, build]) => [
    `compiling a ${name}`,
    { run: () => growth(build), atMost: { 'four times the nodes, times as long': 5 } },
  ]),
);
