// A file is as long as it is, and may stand for far more.
import { expect, test } from 'vitest';
import { evaluate, fromJSON, lower, ModelFileError, type Node, outputNodes } from '../index.ts';
import { file, type Json, one, rule } from '../testing/modelFile.ts';

/** Ops of which each uses the one before twice: a short file that stands for 2ⁿ primitives. */
const laughs = (n: number, last: Readonly<Record<string, Json>> = {}): object =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `f${i}`,
      one({
        expand: i === 0 ? rule(['argument', 0], ['exp', 0]) : rule(['argument', 0], [`f${i - 1}`, 0], [`f${i - 1}`, 1]),
        ...(i === n - 1 && last),
      }),
    ]),
  );

test('fromJSON refuses a short file that stands for billions of operations', () => {
  expect(() => fromJSON(file({ ops: laughs(60) }))).toThrow(
    /^Model file, at \/ops\/f\d+\/expand: stands for \d+ operations/,
  );
  const rules = {
    ...laughs(12),
    g: one({ log: rule(['argument', 0], ...Array.from({ length: 40 }, (_, i) => ['f11', i])) }),
  };
  expect(() => fromJSON(file({ ops: rules }))).toThrow(/^Model file, at \/ops\/g\/log: stands for/);
  const nodes = [['input', 'x'], ...Array.from({ length: 100 }, (_, i) => ['f11', i])];
  expect(() => fromJSON(file({ ops: laughs(12), nodes }))).toThrow(/^Model file, at \/nodes: stands for/);
  const read = fromJSON<Node>(
    file({
      ops: laughs(8),
      nodes: [
        ['input', 'x'],
        ['f7', 0],
      ],
      outputs: 1,
    }),
  );
  expect(lower(read).length).toBe(129);
});

test('fromJSON refuses ops within ops more than 256 deep', () => {
  const nested = (n: number): object =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `f${i}`,
        one({ expand: rule(['argument', 0], [i === 0 ? 'exp' : `f${i - 1}`, 0]) }),
      ]),
    );
  const nodes = [
    ['input', 'x'],
    ['f255', 0],
  ];
  expect(() => fromJSON(file({ ops: nested(300) }))).toThrow(
    'Model file, at /ops/f257/expand: is an op of ops of ops …, nested more than 256 deep.',
  );
  expect(lower(fromJSON<Node>(file({ ops: nested(256), nodes, outputs: 1 }))).length).toBe(2);
});

test('a model whose ops state their logarithm by logarithms of their arguments is lowered at once', () => {
  const log = rule(['argument', 0], ['log', 0], ['log', 0], ['add', 1, 2]);
  const nodes = [['input', 'x'], ...Array.from({ length: 5000 }, (_, i) => ['f', i]), ['log', 5000]];
  const read = fromJSON<Node>(file({ ops: { f: one({ log }) }, nodes, outputs: 5001 }));
  expect(lower(read).length).toBeLessThan(20_000);
});

test.each([
  ['logarithm', { log: rule(['argument', 0], ['f', 0], ['log', 1]) }],
  ['complement', { complement: rule(['argument', 0], ['f', 0], ['constant', 1], ['subtract', 2, 1]) }],
])('a model with an op whose %s is stated by itself is rewritten once', (_, stated) => {
  const nodes = [
    ['input', 'x'],
    ['f', 0],
    ['constant', 1],
    ['subtract', 2, 1],
    ['log', 1],
    ['log', 3],
    ['add', 4, 5],
  ];
  const read = fromJSON<Node>(file({ ops: { f: one(stated) }, nodes, outputs: 6 }));
  expect(evaluate(read, { x: -1 })).toBeCloseTo(-1 + Math.log(1 - Math.exp(-1)), 12);
});

test('fromJSON refuses outputs nested more than 64 deep', () => {
  let outputs: Json = 0;
  for (let i = 0; i < 64; i++) outputs = [outputs];
  expect(outputNodes(fromJSON(file({ outputs })))).toHaveLength(1);
  expect(() => fromJSON(file({ outputs: [outputs] }))).toThrow('outputs are nested more than 64 deep.');
  expect(() => fromJSON(`${JSON.stringify(file({})).slice(0, -2)}${'['.repeat(1e5)}${']'.repeat(1e5)}}`)).toThrow(
    ModelFileError,
  );
});
