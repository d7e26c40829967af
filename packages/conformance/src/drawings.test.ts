// Drawings, as the programs that draw them read them: Graphviz and Mermaid.
import {
  defineMacro,
  evaluate,
  gradient,
  input,
  inputs,
  type Node,
  type Outputs,
  parameter,
  seed,
} from '@chainrule/core';
import { ExportError, toDot, toMermaid } from '@chainrule/export';
import { linear, mlp, softmax } from '@chainrule/macros';
import { add, exp, multiply, negate, relu, sigmoid, square, subtract, tanh } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { hostileNames } from './hostileNames.ts';
import { type Lines, readDot, readMermaid, shownName } from './reading/drawing.ts';

const formats = [
  { name: 'toDot', draw: toDot, read: readDot, boxes: '1,000' },
  { name: 'toMermaid', draw: toMermaid, read: readMermaid, boxes: '200' },
] as const;

const texts = (lines: Lines): string[] => lines.map((each) => each.join('\n')).sort();

describe.each(formats)('$name', ({ draw, read, boxes }) => {
  it('draws a box for each node, numbers on the arrows where places matter, and a name for each output', async () => {
    const [a, b] = [input('a'), input('b')];
    const found = await read(draw({ y: subtract(multiply(a, b), 2), z: negate(a) }));
    expect(texts(found)).toEqual(['*', '-', '-', '1', '2', '2', 'a', 'b', 'y', 'z'].sort());
  });

  it('writes values and derivatives of a row, which are those of evaluate', async () => {
    const [x, y] = [input('x'), input('y')];
    const w = parameter(0.3, { name: 'w' });
    const p = sigmoid(multiply(w, x));
    const loss = square(subtract(p, y));
    const row = { x: 1.5, y: 1 };
    const text = (node: Node): string => String(Number(evaluate(node, row).toPrecision(6)));
    const lines = (head: string, node: Node): string =>
      [head, ...(node === w ? [] : [`= ${text(node)}`]), `∂ ${text(gradient(loss, node) as Node)}`].join('\n');
    const found = texts(await read(draw({ loss }, { row, gradientOf: loss, digits: 6 })));
    for (const [head, node] of [
      ['x', x],
      ['y', y],
      ['w = 0.3', w],
      ['sigmoid', p],
      ['square', loss],
    ] as const)
      expect(found).toContain(lines(head, node));
  });

  it('says that derivatives need a row, and that digits are whole numbers', () => {
    const x = input('x');
    expect(() => draw(exp(x), { gradientOf: x })).toThrow('gradientOf needs a row');
    expect(() => draw(exp(x), { digits: 0 })).toThrow('digits must be a positive whole number or Infinity, not 0.');
    expect(() => draw(exp(x), { row: {} })).toThrow('Input "x" has no value.');
  });

  it('frames what a macro built', async () => {
    const layer = defineMacro('layer', (x: Node) => exp(x));
    const found = texts(await read(draw(layer(layer(input('x'))))));
    expect(found).toEqual(['exp', 'exp', 'layer#1', 'layer#2', 'output', 'x']);
  });

  it('folds layers, vectors and operations side by side above 150 nodes', async () => {
    seed(1);
    const hidden = mlp(inputs('pixel', 64), [32, 16]).map((z) => tanh(z));
    const found = texts(await read(draw({ classes: softmax(linear(hidden, 10)) })));
    const classes = Array.from({ length: 10 }, (_, i) => `classes[${i}]`);
    const counts = ['× 64', '× 32', '× 32', '× 16', '× 16', '× 10'];
    const layers = [
      'linear#1\n64 → 32\n2080 parameters',
      'linear#2\n32 → 16\n528 parameters',
      'linear#3\n16 → 10\n170 parameters',
    ];
    expect(found).toEqual(
      [...classes, ...counts, ...layers, 'mlp#1', 'pixel[64]', 'softmax#1\n10 → 10', 'tanh × 16', 'tanh × 32'].sort(),
    );
  });

  it('folds when it is told to, and calls of macros inside of others when there are too many', async () => {
    const layer = defineMacro('layer', (x: Node) => exp(x));
    const stack = defineMacro('stack', (x: Node) => Array.from({ length: 600 }).reduce<Node>((y) => layer(y), x));
    const found = texts(await read(draw(negate(relu(stack(stack(input('x'))))), { foldAbove: 1 })));
    expect(found).toEqual(['-', 'output', 'relu', 'stack#1\n1 → 1', 'stack#2\n1 → 1', 'x']);
  });

  it('folds a million nodes, and refuses a million boxes', async () => {
    const layer = defineMacro('layer', (x: Node) => {
      let y = x;
      for (let i = 0; i < 500_000; i++) y = exp(y);
      return y;
    });
    const x = input('x');
    expect(texts(await read(draw(layer(layer(x)))))).toEqual(['layer#1\n1 → 1', 'layer#2\n1 → 1', 'output', 'x']);
    let chain: Node = x;
    for (let i = 0; i < 1_000_000; i++) chain = exp(chain);
    expect(() => draw(chain)).toThrow(ExportError);
    expect(() => draw(chain)).toThrow(`the network has 1,000,001 boxes, and the limit is ${boxes}.`);
  }, 600_000);

  it('refuses more arrows than can be drawn', () => {
    const many = Array.from({ length: 100 }, (_, i) => input(`x${i}`));
    const sums = Array.from({ length: 60 }, (_, k) => add(...many, k));
    expect(() => draw(sums, { foldAbove: Number.POSITIVE_INFINITY })).toThrow(
      /has [0-9,]+ (arrows|boxes), and the limit is/,
    );
  });

  it('takes 2,000 hostile names for inputs, outputs, parameters and macros as data', async () => {
    const hostile = hostileNames(2000);
    for (let from = 0; from < hostile.length; from += 40) {
      const some = hostile.slice(from, from + 40);
      const node = (name: string): Node =>
        defineMacro(name, () => multiply(input(name), parameter(3, { name })) as Node)();
      const outputs: Outputs = Object.fromEntries(some.map((name) => [name, node(name)]));
      const found = (await read(draw(outputs, { foldAbove: 1000 }))).map(([line]) => line as string);
      const named = found.filter((line) => line !== '*').map((line) => shownName(line.replace(/ = 3$/, '')));
      // Graphviz shows all kinds of spaces as one
      const shown = [...some, ...some, ...some, ...some.map((name) => `${name}#1`)];
      expect(named.map(spaced).sort()).toEqual(shown.map(spaced).sort());
    }
  }, 600_000);
});

const spaced = (name: string): string => name.replaceAll('\u00a0', ' ');
