import { expect, test } from 'vitest';
import { fromJSON, ModelFileError } from '../index.ts';
import { example, file, one, rule } from '../testing/modelFile.ts';

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
test('fromJSON refuses every truncated text', () => {
  const text = JSON.stringify(example());
  for (let length = 0; length < text.length; length += 7)
    expect(() => fromJSON(text.slice(0, length))).toThrow(/^Model file, at the top: this is not JSON: /);
});

test('fromJSON never throws anything but a ModelFileError for a document of the wrong type', () => {
  const documents = [null, 1, true, 'null', '1', '[]', '{}', Symbol('s'), () => 1, new Map(), 10n, Number.NaN];
  for (const document of documents) expect(() => fromJSON(document)).toThrow(ModelFileError);
});
