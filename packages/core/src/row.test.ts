import { expect, test } from 'vitest';
import { constant, evaluate, InputError, input, inputs, type Node, readData } from './index.ts';
import { add, subtract } from './testing/vocabulary.ts';

const [a, b] = [input('a'), input('b')];
const difference = subtract(a, b);
const v = add(...inputs('v', 3));
const both = add(a, v);

/** A call as untyped code makes it. */
const call = (outputs: Node, ...row: unknown[]): number =>
  (evaluate as unknown as (outputs: Node, ...row: unknown[]) => number)(outputs, ...row);

/** The list with nothing at one place. */
function withHole(list: readonly number[], at: number): number[] {
  const copy = [...list];
  delete copy[at];
  return copy;
}

class Point {
  readonly a = 5;
  readonly b = 3;
}

test.each<[string, Node, unknown, number]>([
  ['by name', difference, { a: 5, b: 3 }, 2],
  ['by name, with more in it', difference, { b: 3, a: 5, c: 'text' }, 2],
  ['by position, in order of creation of the inputs', difference, [5, 3], 2],
  ['by position in a typed array', difference, new Float64Array([5, 3]), 2],
  ['by position in single precision', difference, new Float32Array([5, 3]), 2],
  ['without prototype', difference, Object.assign(Object.create(null), { a: 5, b: 3 }), 2],
  ['of a class', difference, new Point(), 2],
  ['with NaN in it', difference, { a: Number.NaN, b: 3 }, Number.NaN],
  ['with infinities in it', difference, { a: Number.POSITIVE_INFINITY, b: 3 }, Number.POSITIVE_INFINITY],
  ['with an array for a vector input', both, { a: 1, v: [2, 3, 4] }, 10],
  ['with a typed array for a vector input', both, { a: 1, v: new Uint8Array([2, 3, 4]) }, 10],
  ['by position, with an array for a vector input', both, [1, [2, 3, 4]], 10],
  ['for an input called toString', input('toString'), { toString: 4 }, 4],
  ['for an input called __proto__', input('__proto__'), JSON.parse('{"__proto__": 4}'), 4],
  ['for no inputs, left out', constant(7), undefined, 7],
  ['for no inputs, empty', constant(7), {}, 7],
  ['for no inputs, empty, by position', constant(7), [], 7],
])('evaluate(y, row) takes a row %s', (_, outputs, row, value) => {
  expect(call(outputs, row)).toBe(value);
});

test.each<[string, Node, unknown, string]>([
  ['no row', difference, undefined, 'A row must be a record or an array, not undefined. Needed: a, b.'],
  ['null', difference, null, 'A row must be a record or an array, not null. Needed: a, b.'],
  ['a number', a, 5, 'A row must be a record or an array, not 5. Needed: a.'],
  ['text', both, 'a=5', 'A row must be a record or an array, not "a=5" (a string). Needed: a, v[3].'],
  ['no value', difference, { a: 1, c: 2 }, 'Input "b" has no value. Given: a, c. Pass { "b": … }.'],
  ['nothing', difference, {}, 'Input "a" has no value. Given: nothing. Pass { "a": … }.'],
  ['no vector', both, { a: 1 }, 'Input "v" has no value. Given: a. Pass { "v": […] }.'],
  ['a map', difference, new Map([['a', 1]]), 'Input "a" has no value. Given: nothing.'],
  ['an inherited value', difference, Object.create({ a: 1, b: 2 }), 'Input "a" has no value. Given: nothing.'],
  ['a name of all objects', input('toString'), {}, 'Input "toString" has no value. Given: nothing.'],
  ['the prototype', input('__proto__'), {}, 'Input "__proto__" has no value. Given: nothing.'],
  ['a name of two lines', input('a\nb'), { a: 1 }, 'Input "a\\nb" has no value. Given: a. Pass { "a\\nb": … }.'],
  [
    'many other names',
    a,
    Object.fromEntries(Array.from({ length: 784 }, (_, i) => [`pixel${i}`, i])),
    'Given: pixel0, pixel1, pixel2, pixel3, pixel4, pixel5, pixel6, pixel7, …. Pass { "a": … }.',
  ],
  ['too few by position', difference, [1], 'A row by position needs 2 values (a, b), got 1.'],
  ['too many by position', a, [1, 2], 'A row by position needs 1 value (a), got 2.'],
  ['a vector as the row', v, [1, 2, 3], 'A row by position needs 1 value (v[3]), got 3.'],
  ['values where there are no inputs', constant(1), [1], 'A row by position needs 0 values (), got 1.'],
  [
    'a hole',
    difference,
    withHole([0, 1], 0),
    'Input "a" is undefined, expected a number. Leave the row out or fill the gap.',
  ],
  ['null as a value', a, { a: null }, 'Input "a" is null, expected a number. Leave the row out or fill the gap.'],
  ['a number as text', a, { a: '5' }, 'Input "a" is "5" (a string), expected a number. Convert text with Number(…).'],
  ['other text', a, { a: 'five' }, 'Input "a" is "five" (a string), expected a number.'],
  ['empty text', a, { a: '' }, 'Input "a" is "" (a string), expected a number.'],
  ['a boolean', a, { a: true }, 'Input "a" is true, expected a number. Use 1 for true and 0 for false.'],
  ['a big integer', a, { a: 5n }, 'Input "a" is a bigint, expected a number.'],
  ['a date', a, { a: new Date(0) }, 'Input "a" is an object (), expected a number.'],
  ['a promise', a, { a: Promise.resolve(1) }, 'Input "a" is an object (), expected a number.'],
  ['a function', a, { a: call }, 'Input "a" is a function (call), expected a number.'],
  ['a symbol', a, { a: Symbol('s') }, 'Input "a" is a symbol, expected a number.'],
  ['an array', a, { a: [1] }, 'Input "a" is an array of 1, expected a number.'],
  ['an object', a, { a: { value: 1 } }, 'Input "a" is an object (value), expected a number.'],
  ['a number for a vector', v, { v: 5 }, 'Input "v" is 5, expected an array of 3 numbers.'],
  ['null for a vector', v, { v: null }, 'Input "v" is null, expected an array of 3 numbers.'],
  ['text for a vector', v, { v: 'abc' }, 'Input "v" is "abc" (a string), expected an array of 3 numbers.'],
  ['a short vector', v, { v: [1, 2] }, 'Input "v" is an array of 2, expected an array of 3 numbers.'],
  ['a long vector', v, { v: new Float64Array(4) }, 'Input "v" is an array of 4, expected an array of 3 numbers.'],
  ['an object for a vector', v, { v: { 0: 1 } }, 'Input "v" is an object (0), expected an array of 3 numbers.'],
  [
    'text in a vector',
    v,
    { v: [1, '2', 3] },
    'Input "v", element 1, is "2" (a string), expected a number. Convert text with Number(…).',
  ],
  [
    'a hole in a vector',
    v,
    { v: withHole([1, 2, 3], 1) },
    'Input "v", element 1, is undefined, expected a number. Leave the row out or fill the gap.',
  ],
])('evaluate(y, row) refuses %s', (_, outputs, row, message) => {
  expect(() => call(outputs, row)).toThrow(message);
  expect(() => call(outputs, row)).toThrow(InputError);
});

const fields = [
  { name: 'a', size: undefined, slot: 0 },
  { name: 'v', size: 2, slot: 1 },
];
const columns = (data: unknown, options?: { finite?: boolean }): number[][] =>
  readData(fields, data, options).columns.map((column) => [...column]);

test.each<[string, unknown]>([
  [
    'rows by name',
    [
      { a: 1, v: [2, 3] },
      { a: 4, v: [5, 6] },
    ],
  ],
  [
    'rows by position',
    [
      [1, [2, 3]],
      [4, [5, 6]],
    ],
  ],
  ['rows of both kinds', [{ a: 1, v: new Float32Array([2, 3]) }, [4, [5, 6]]]],
  [
    'columns',
    {
      a: [1, 4],
      v: [
        [2, 3],
        [5, 6],
      ],
    },
  ],
  ['typed columns', { a: new Float32Array([1, 4]), v: [new Uint8Array([2, 3]), [5, 6]], more: 'text' }],
  [
    'columns without prototype',
    Object.assign(Object.create(null), {
      a: [1, 4],
      v: [
        [2, 3],
        [5, 6],
      ],
    }),
  ],
  ['columns like arrays', { a: { length: 2, 0: 1, 1: 4 }, v: [{ length: 2, 0: 2, 1: 3 }, [5, 6]] }],
])('readData(fields, data) takes %s', (_, data) => {
  expect(columns(data)).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
  expect(readData(fields, data, { finite: true }).count).toBe(2);
});

test('readData takes no rows at all, and rows for no inputs', () => {
  expect(readData(fields, []).count).toBe(0);
  expect(readData(fields, { a: [], v: [] }).count).toBe(0);
  expect(readData([], [{}, {}])).toEqual({ columns: [], count: 2 });
  expect(readData([], {})).toEqual({ columns: [], count: 0 });
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'Data must be an array of rows or a record of columns, not undefined.'],
  ['text', 'rows.csv', 'Data must be an array of rows or a record of columns, not "rows.csv" (a string).'],
  ['a bad row', [{ a: 1, v: [2, 3] }, { a: 1 }], 'Row 1: Input "v" has no value. Given: a. Pass { "v": […] }.'],
  ['a missing row', [{ a: 1, v: [2, 3] }, null], 'Row 1: A row must be a record or an array, not null.'],
  ['a bad value in a row', [{ a: '1', v: [2, 3] }], 'Row 0: Input "a" is "1" (a string), expected a number.'],
  ['a bad element in a row', [[1, [2, null]]], 'Row 0: Input "v", element 1, is null, expected a number.'],
  ['no column', { a: [1], w: [2] }, 'Input "v" has no column. Given: a, w. Needed: a, v[2].'],
  ['no columns', {}, 'Input "a" has no column. Given: nothing. Needed: a, v[2].'],
  ['an inherited column', Object.create({ a: [1] }), 'Input "a" has no column. Given: nothing.'],
  ['a typed array', new Float64Array(1000), 'Given: 0, 1, 2, 3, 4, 5, 6, 7, …. Needed: a, v[2].'],
  ['a number as a column', { a: 1, v: [] }, 'Column "a" is 1, expected an array with one entry per row.'],
  ['text as a column', { a: '12', v: [] }, 'Column "a" is "12" (a string), expected an array with one entry per row.'],
  ['an object as a column', { a: {}, v: [] }, 'Column "a" is an object (), expected an array with one entry per row.'],
  ['a length of text', { a: { length: 'x' }, v: [] }, 'Column "a" is an object (length), expected an array'],
  ['a length below 0', { a: { length: -1 }, v: [] }, 'Column "a" is an array of -1, expected an array'],
  [
    'unequal lengths',
    { a: [1, 2], v: [[1, 2]] },
    'Column "v" has 1 rows, column "a" has 2. All columns must be of one length.',
  ],
  [
    'text in a column',
    {
      a: [1, '2'],
      v: [
        [1, 2],
        [1, 2],
      ],
    },
    'Row 1: Input "a" is "2" (a string), expected a number. Convert text with Number(…).',
  ],
  [
    'a boolean in a column',
    { a: [false], v: [[1, 2]] },
    'Row 0: Input "a" is false, expected a number. Use 1 for true and 0 for false.',
  ],
  [
    'a hole in a column',
    {
      a: withHole([1, 2, 3], 1),
      v: [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    },
    'Row 1: Input "a" is undefined, expected a number. Leave the row out or fill the gap.',
  ],
  ['numbers for a vector', { a: [1], v: [1] }, 'Row 0: Input "v" is 1, expected an array of 2 numbers.'],
  ['null for a vector', { a: [1], v: [null] }, 'Row 0: Input "v" is null, expected an array of 2 numbers.'],
  [
    'a vector of another length',
    {
      a: [1, 2],
      v: [
        [1, 2],
        [1, 2, 3],
      ],
    },
    'Row 1: Input "v" is an array of 3, expected an array of 2 numbers.',
  ],
  ['text in a vector', { a: [1], v: [[1, 'x']] }, 'Row 0: Input "v", element 1, is "x" (a string), expected a number.'],
])('readData(fields, data) refuses %s', (_, data, message) => {
  expect(() => columns(data)).toThrow(message);
  expect(() => columns(data)).toThrow(InputError);
});

test('readData(fields, data, { finite: true }) refuses NaN and infinities, which it else lets pass', () => {
  const data = {
    a: [1, Number.NaN],
    v: [
      [1, 2],
      [3, 4],
    ],
  };
  expect(columns(data)[0]).toEqual([1, Number.NaN]);
  expect(() => columns(data, { finite: true })).toThrow(
    'Row 1: Input "a" is NaN, expected a finite number. Leave the row out or fill the gap.',
  );
  expect(() =>
    columns(
      [
        [1, [2, 3]],
        [1, [2, Number.NEGATIVE_INFINITY]],
      ],
      { finite: true },
    ),
  ).toThrow('Row 1: Input "v", element 1, is -Infinity, expected a finite number.');
});

test('a row that throws when it is read says which row it was', () => {
  const row = {
    v: [1, 2],
    get a(): number {
      throw new Error('no connection');
    },
  };
  expect(() => columns([row])).toThrow('Row 0: no connection');
});
