import { expect, test } from 'vitest';
import {
  defineMacro,
  evaluate,
  evaluator,
  fromJSON,
  funcify,
  gradient,
  type InputField,
  input,
  inputs,
  lower,
  ModelFileError,
  type Node,
  outputNodes,
  parameter,
  type RandomGenerator,
  randomGenerator,
  summary,
  toJSON,
} from '../index.ts';
import { runs } from '../testing/randomGraph.ts';
import { add, exp, log, mean, multiply, negate, relu, select, sigmoid, square, sum } from '../testing/vocabulary.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A model with all that a file can hold. */
function example(): { [key: string]: Json } {
  const unit = defineMacro('unit', (x: Node, y: Node) => sigmoid(add(multiply(parameter(0.5), x), y, parameter(-0))));
  const layer = defineMacro('layer', (x: Node, y: Node) => [unit(x, y), unit(y, x)]);
  const [a, b, v] = [input('a'), input(), inputs('v', 3)];
  const [p, q] = layer(a, b) as [Node, Node];
  const fixed = parameter(Number.POSITIVE_INFINITY, { name: 'fixed', trainable: false });
  const outputs = {
    p: [log(p), q],
    'a/b~c': { deep: [mean([...v, q]), square(relu(a))] },
    c: select(p, exp(a), fixed),
  };
  return JSON.parse(JSON.stringify(toJSON(outputs)));
}

/** A file of which only the ops, the nodes and the outputs matter. */
const file = (more: object): object => ({
  format: 'chainrule-model',
  version: 1,
  ops: {},
  nodes: [
    ['input', 'x'],
    ['constant', 2],
  ],
  scopes: [],
  outputs: 0,
  ...more,
});

const one = (more: object): object => ({
  name: 'f',
  arity: 1,
  expand: {
    nodes: [
      ['argument', 0],
      ['exp', 0],
    ],
    results: [1],
  },
  ...more,
});

const rule = (...nodes: (readonly (string | number)[])[]): object => ({ nodes, results: [nodes.length - 1] });

const hundred = 'n'.repeat(100);

test.each<[string, unknown, string]>([
  ['not JSON', '{"format": ', 'the top: this is not JSON: '],
  ['nothing', undefined, 'the top: expected an object, but it is missing.'],
  ['a list', [], 'the top: expected an object, got an array of 0.'],
  [
    'another file',
    { format: 'onnx' },
    '/format: expected "chainrule-model", as model files have, got "onnx" (a string).',
  ],
  [
    'a newer file',
    file({ version: 2 }),
    '/version: expected version 1 (a newer file needs a newer @chainrule/core), got 2.',
  ],
  ['no ops', file({ ops: undefined }), '/ops: expected an object, but it is missing.'],
  ['no nodes', file({ nodes: undefined }), '/nodes: expected an array, but it is missing.'],
  ['no scopes', file({ scopes: undefined }), '/scopes: expected an array, but it is missing.'],
  [
    'no outputs',
    file({ outputs: undefined }),
    '/outputs: expected the place of a node, or an array or object of places, but it is missing.',
  ],
  [
    'an output too far',
    file({ outputs: { 'a/b~': [2] } }),
    '/outputs/a~1b~0/0: expected the place of a node (0 to 1), got 2.',
  ],
  [
    'an output of text',
    file({ outputs: ['0'] }),
    '/outputs/0: expected the place of a node, or an array or object of places, got "0" (a string).',
  ],
  ['no node at all', file({ nodes: [] }), '/outputs: expected the place of a node, of which there is none, got 0.'],
  ['a node that is no list', file({ nodes: ['input'] }), '/nodes/0: expected an array, got "input" (a string).'],
  ['an empty node', file({ nodes: [[]] }), '/nodes/0/0: expected a string, but it is missing.'],
  ['an unknown op', file({ nodes: [['gelu', 0]] }), '/nodes/0/0: there is no op "gelu" (a string) in this file.'],
  [
    'an op like a member of all objects',
    file({ nodes: [['constructor', 0]] }),
    '/nodes/0/0: there is no op "constructor" (a string) in this file.',
  ],
  [
    'an op of a long name',
    file({ nodes: [[hundred, 0]] }),
    `/nodes/0/0: there is no op "${'n'.repeat(40)}…" (a string) in this file.`,
  ],
  [
    'an argument before all nodes',
    file({ nodes: [['exp', 0]] }),
    '/nodes/0/1: expected the place of a node before this one, of which there is none, got 0.',
  ],
  [
    'an argument that is the node',
    file({
      nodes: [
        ['constant', 1],
        ['constant', 1],
        ['exp', 2],
      ],
    }),
    '/nodes/2/1: expected the place of a node before this one (0 to 1), got 2.',
  ],
  [
    'half an argument',
    file({
      nodes: [
        ['constant', 1],
        ['exp', 0.5],
      ],
    }),
    '/nodes/1/1: expected the place of a node before this one (0 to 0), got 0.5.',
  ],
  [
    'too few arguments',
    file({
      nodes: [
        ['constant', 1],
        ['power', 0],
      ],
    }),
    '/nodes/1: power takes 2 arguments, got 1.',
  ],
  ['no arguments', file({ nodes: [['add']] }), '/nodes/0: add takes one or more arguments, got 0.'],
  ['a constant of text', file({ nodes: [['constant', '1']] }), '/nodes/0/1: expected a number, got "1" (a string).'],
  ['two constants', file({ nodes: [['constant', 1, 2]] }), '/nodes/0: expected at most 2 entries, got 3.'],
  [
    'an argument in the model',
    file({ nodes: [['argument', 0]] }),
    '/nodes/0/0: an argument belongs to the rules of an op.',
  ],
  ['an input of number', file({ nodes: [['input', 1]] }), '/nodes/0/1: expected a string, got 1.'],
  [
    'a vector without a size',
    file({ nodes: [['input', 'v', 0]] }),
    '/nodes/0/3: expected a number of elements (1 to 103000), but it is missing.',
  ],
  [
    'a vector of none',
    file({ nodes: [['input', 'v', 0, 0]] }),
    '/nodes/0/3: expected a number of elements (1 to 104000), got 0.',
  ],
  [
    'a vector of far too many',
    file({ nodes: [['input', 'v', 0, 1e7]] }),
    '/nodes/0/3: expected a number of elements (1 to 104000), got 10000000.',
  ],
  [
    'an element too far',
    file({ nodes: [['input', 'v', 3, 3]] }),
    '/nodes/0/2: expected a whole number (0 to 2), got 3.',
  ],
  [
    'many vectors',
    file({ nodes: ['a', 'b', 'c', 'd'].map((name) => ['input', name, 0, 40_000]) }),
    '/nodes: the inputs have 160000 elements, more than 116000.',
  ],
  [
    'an input as two things',
    file({
      nodes: [
        ['input', 'x'],
        ['input', 'x', 0, 2],
      ],
    }),
    '/nodes: Input "x" is used as a number and as a vector of 2.',
  ],
  ['a parameter without value', file({ nodes: [['parameter']] }), '/nodes/0/1: expected a number, but it is missing.'],
  [
    'a parameter with more',
    file({ nodes: [['parameter', 1, { lr: 1 }]] }),
    '/nodes/0/2: a parameter has a name and trainable, not "lr" (a string).',
  ],
  [
    'a parameter that trains',
    file({ nodes: [['parameter', 1, { trainable: true }]] }),
    '/nodes/0/2/trainable: expected false or nothing, got true.',
  ],
  [
    'a parameter named 1',
    file({ nodes: [['parameter', 1, { name: 1 }]] }),
    '/nodes/0/2/name: expected a string, got 1.',
  ],
  [
    'a scope of nothing',
    file({ scopes: [{ macro: 'm', nodes: [9] }] }),
    '/scopes/0/nodes/0: expected the place of a node (0 to 1), got 9.',
  ],
  [
    'a scope in itself',
    file({ scopes: [{ macro: 'm', parent: 0, nodes: [] }] }),
    '/scopes/0/parent: expected the place of a scope before this one, of which there is none, got 0.',
  ],
  ['a scope without name', file({ scopes: [{ nodes: [] }] }), '/scopes/0/macro: expected a string, but it is missing.'],
  ['an op that is a primitive', file({ ops: { add: one({}) } }), '/ops/add: "add" (a string) has a meaning already.'],
  [
    'an op without name',
    file({ ops: { f: one({ name: undefined }) } }),
    '/ops/f/name: expected a string, but it is missing.',
  ],
  [
    'an op of a bad name',
    file({ ops: { f: one({ name: 'f(x)' }) } }),
    '/ops/f/name: expected letters and digits, beginning with a letter, got "f(x)" (a string).',
  ],
  [
    'an op of no arguments',
    file({ ops: { f: one({ arity: 0 }) } }),
    '/ops/f/arity: expected a number of arguments (1 to 1008), got 0.',
  ],
  [
    'an op of many arguments',
    file({ ops: { f: one({ arity: 1e6 }) } }),
    '/ops/f/arity: expected a number of arguments (1 to 1008), got 1000000.',
  ],
  ['an op of 1 as finite', file({ ops: { f: one({ finite: 1 }) } }), '/ops/f/finite: expected true or nothing, got 1.'],
  [
    'an op of an input',
    file({ ops: { f: one({ expand: rule(['input', 'x']) }) } }),
    '/ops/f/expand/nodes/0/0: a rule has the arguments of its op only, and no input.',
  ],
  [
    'an op of a parameter',
    file({ ops: { f: one({ expand: rule(['parameter', 1]) }) } }),
    '/ops/f/expand/nodes/0/0: a rule has the arguments of its op only, and no parameter.',
  ],
  [
    'an op of itself',
    file({ ops: { f: one({ expand: rule(['argument', 0], ['f', 0]) }) } }),
    '/ops/f/expand/nodes/1/0: there is no op "f" (a string) in this file before the one that is defined here.',
  ],
  [
    'ops of each other',
    file({ ops: { g: one({ expand: rule(['argument', 0], ['f', 0]) }), f: one({}) } }),
    '/ops/g/expand/nodes/1/0: there is no op "f" (a string) in this file before',
  ],
  [
    'a second argument of one',
    file({ ops: { f: one({ expand: rule(['argument', 1]) }) } }),
    '/ops/f/expand/nodes/0/1: expected a whole number (0 to 0), got 1.',
  ],
  [
    'two results',
    file({ ops: { f: one({ expand: { nodes: [['argument', 0]], results: [0, 0] } }) } }),
    '/ops/f/expand/results: expected 1 results, got 2.',
  ],
  [
    'a result too far',
    file({ ops: { f: one({ partials: { nodes: [['argument', 1]], results: [1] } }) } }),
    '/ops/f/partials/results/0: expected the place of a node (0 to 0), got 1.',
  ],
  [
    'a form',
    file({ ops: { f: one({ notation: { form: 'round' } }) } }),
    '/ops/f/notation/form: expected infix, prefix, suffix or conditional, got "round" (a string).',
  ],
  [
    'a precedence',
    file({ ops: { f: one({ notation: { form: 'prefix', symbol: '!', precedence: 'toString' } }) } }),
    '/ops/f/notation/precedence: expected one of conditional, comparison, sum, product, sign, power, call, got "toString" (a string).',
  ],
  [
    'a symbol',
    file({ ops: { f: one({ notation: { form: 'prefix', symbol: 'f(\n', precedence: 'call' } }) } }),
    '/ops/f/notation/symbol: expected an operator sign, got "f(\\n" (a string).',
  ],
  ['a line break in the path', file({ outputs: { 'a\nb': 7 } }), '/outputs/a\\nb: expected the place of a node'],
])('fromJSON refuses %s', (_, document, message) => {
  let caught: unknown;
  try {
    fromJSON(document);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(ModelFileError);
  expect((caught as Error).message).toContain(`Model file, at ${message}`);
});

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

test('fromJSON refuses every truncated text', () => {
  const text = JSON.stringify(example());
  for (let length = 0; length < text.length; length += 7)
    expect(() => fromJSON(text.slice(0, length))).toThrow(/^Model file, at the top: this is not JSON: /);
});

test('fromJSON never throws anything but a ModelFileError for a document of the wrong type', () => {
  const documents = [null, 1, true, 'null', '1', '[]', '{}', Symbol('s'), () => 1, new Map(), 10n, Number.NaN];
  for (const document of documents) expect(() => fromJSON(document)).toThrow(ModelFileError);
});

const strange: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  2,
  0.5,
  -0,
  1e9,
  1e300,
  4294967296,
  2 ** 53,
  '',
  '0',
  'NaN',
  '-Infinity',
  'add',
  'sigmoid',
  'argument',
  'input',
  '__proto__',
  'constructor',
  'toString',
  '\u202e\ud800',
  'x'.repeat(1000),
  [],
  {},
  [[]],
  [0],
  ['constant', 1],
  ['exp', 0],
  ['sigmoid', 0],
  { length: 3 },
  { length: { toString: 1 } },
  { toString: 1 },
  { nodes: [], results: [] },
  { nodes: [['argument', 0]], results: [0] },
  { form: 'infix', symbol: '//', precedence: 'sum' },
];

interface Place {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string;
}

/** All places of a document. */
function places(document: Json): Place[] {
  const found: Place[] = [];
  const stack: Json[] = [document];
  while (stack.length > 0) {
    const holder = stack.pop();
    if (typeof holder !== 'object' || holder === null) continue;
    for (const key of Object.keys(holder)) {
      found.push({ holder, key });
      stack.push((holder as { [key: string]: Json })[key] as Json);
    }
  }
  return found;
}

const put = ({ holder, key }: Place, value: Json): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
};

/** Changes one place of a document. */
function mutate(document: Json, generator: RandomGenerator): void {
  const all = places(document);
  const any = <T>(list: readonly T[]): T => list[generator.integer(list.length)] as T;
  if (all.length === 0) return;
  const place = any(all);
  const { holder, key } = place;
  const value = (holder as { [key: string]: Json })[key] as Json;
  const other = any(all);
  const mutations: readonly (() => unknown)[] = [
    () => put(place, structuredClone(any(strange))),
    () => (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete (holder as { [key: string]: Json })[key]),
    () =>
      Array.isArray(holder)
        ? holder.splice(Number(key), 0, structuredClone(value))
        : put({ holder, key: `${key}'2` }, structuredClone(value)),
    () => put(place, structuredClone((other.holder as { [key: string]: Json })[other.key] as Json)),
    () =>
      !Array.isArray(holder) &&
      put({ holder, key: any(['__proto__', 'constructor', 'log', 'name', '0']) }, structuredClone(value)),
    () => put(place, typeof value === 'number' ? value + any([-1, 1, 2, 100, 1e6]) : [value]),
    () =>
      put(place, typeof value === 'string' ? any(['add', 'log', 'sigmoid', 'softplus', 'mean', 'argument']) : value),
    () => Array.isArray(holder) && holder.reverse(),
  ];
  any(mutations)();
}

/** What a pointer (RFC 6901) points at, or an error: undefined stands for a member that is missing in what exists. */
function at(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) throw new Error(`${pointer} does not exist`);
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Object.hasOwn(value, key) ? (value as { [key: string]: Json })[key] : undefined;
  }
  return value;
}

const rowOf = (fields: readonly InputField[]): Record<string, number | number[]> =>
  Object.fromEntries(
    fields.map(({ name, size }) => [name, size === undefined ? 0.5 : new Array<number>(size).fill(0.5)]),
  );

/** Does with a model what one does with a model. */
function use(read: ReturnType<typeof fromJSON>): void {
  const row = rowOf(lower(read).fields);
  evaluate(read, row);
  funcify(read);
  String(summary(read));
  const [first] = outputNodes(read);
  if (first !== undefined) evaluator(gradient(first, [input('a')]));
  expect(JSON.stringify(toJSON(fromJSON(JSON.stringify(toJSON(read)))))).toBe(JSON.stringify(toJSON(read)));
}

test('10,000 mutated model files: each is a model that works, or an error that points at a place, and prototypes stay', () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const text = JSON.stringify(example());
  const count = { refused: 0, read: 0 };
  for (let seed = 0; seed < runs(10_000).numRuns; seed++) {
    const generator = randomGenerator(seed);
    const document: Json = JSON.parse(text);
    for (let n = generator.integer(3); n >= 0; n--) mutate(document, generator);
    const started = performance.now();
    try {
      use(fromJSON(seed % 2 === 0 ? document : JSON.stringify(document)));
      count.read++;
    } catch (error) {
      if (!(error instanceof ModelFileError)) throw new Error(`seed ${seed}: ${error}`, { cause: error });
      const found = at(document, error.pointer);
      if (found === undefined) expect(error.message).toContain('missing');
      expect(error.message.length).toBeLessThan(500);
      count.refused++;
    }
    if (performance.now() - started > 2000) throw new Error(`seed ${seed} took more than two seconds`);
  }
  expect(count.refused).toBeGreaterThan(runs(3000).numRuns);
  expect(count.read).toBeGreaterThan(runs(1000).numRuns);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as Record<string, unknown>)['format']).toBeUndefined();
}, 120_000);

test('a file with __proto__ in all places leaves prototypes alone', () => {
  const text = JSON.stringify(example()).replaceAll('"p":', '"__proto__":').replaceAll('"deep":', '"constructor":');
  const read = fromJSON<Record<string, Node>>(text);
  expect(Object.keys(read)).toContain('__proto__');
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(sum(outputNodes(read).slice(0, 2)).kind).toBe('operation');
  expect(negate(read['c'] as Node).kind).toBe('operation');
});
