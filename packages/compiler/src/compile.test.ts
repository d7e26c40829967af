import {
  evaluate,
  GraphError,
  InputError,
  input,
  inputs,
  meanBatch,
  type Node,
  parameter,
  sumBatch,
} from '@chainrule/core';
import { linear, mlp, softmax } from '@chainrule/macros';
import { add, multiply, square, subtract, sum, tanh } from '@chainrule/ops';
import { describe, expect, test, vi } from 'vitest';
import { CompilerError, compile } from './index.ts';

const engines = ['interpreter', 'javascript', 'wasm'] as const;
const [x, y] = [input('x'), input('y')];

/** More than 1500 operations. */
const large = (): readonly Node[] => mlp(inputs('pixel', 40), [40, 2]);

describe.each(engines)('engine %s', (engine) => {
  test('predict(row) takes rows by name, by position and as numbers in a row', () => {
    const predict = compile(subtract(x, multiply(2, y)), { engine });
    expect(predict({ x: 5, y: 1 })).toBe(3);
    expect(predict({ y: 1, x: 5 })).toBe(3);
    expect(predict([5, 1])).toBe(3);
    expect(predict(Float32Array.of(5, 1))).toBe(3);
  });

  test('structure in, structure out', () => {
    const outputs = { sum: add(x, y), list: [x, 7, [multiply(x, y)]], none: [] } as const;
    const predict = compile(outputs, { engine });
    expect(predict([3, 4])).toEqual({ sum: 7, list: [3, 7, [12]], none: [] });
    expect(predict.batch({ x: [3, 1], y: [4, 2] })).toEqual({
      sum: Float64Array.of(7, 3),
      list: [Float64Array.of(3, 1), Float64Array.of(7, 7), [Float64Array.of(12, 2)]],
      none: [],
    });
    expect(compile([x], { engine })([2])).toEqual([2]);
    expect(compile(5, { engine })()).toBe(5);
  });

  test('results of one call are not changed by the next', () => {
    const predict = compile({ twice: multiply(2, x) }, { engine });
    const first = predict([1]);
    const batch = predict.batch({ x: [1, 2] });
    predict([9]);
    predict.batch({ x: [8, 9] });
    expect([first, batch]).toEqual([{ twice: 2 }, { twice: Float64Array.of(2, 4) }]);
  });

  test('vector inputs take an array a row', () => {
    const v = inputs('v', 3);
    const predict = compile(add(sum(v), multiply(10, x)), { engine });
    expect(predict({ v: [1, 2, 3], x: 1 })).toBe(16);
    expect(predict([1, Float64Array.of(1, 2, 3)])).toBe(16);
    const expected = Float64Array.of(16, 33);
    expect(
      predict.batch({
        v: [
          [1, 2, 3],
          [4, 4, 5],
        ],
        x: [1, 2],
      }),
    ).toEqual(expected);
    expect(predict.batch([{ v: [1, 2, 3], x: 1 }, [2, [4, 4, 5]]])).toEqual(expected);
  });

  test('predict.batch takes rows and columns; columns of Float64Array as they are', () => {
    const predict = compile(subtract(x, y), { engine });
    const expected = Float64Array.of(3, -1);
    expect(predict.batch([{ x: 5, y: 2 }, [1, 2]])).toEqual(expected);
    expect(predict.batch({ x: [5, 1], y: Float32Array.of(2, 2) })).toEqual(expected);
    const columns = { x: Float64Array.of(5, 1), y: Float64Array.of(2, 2), more: ['text'] };
    expect(predict.batch(columns)).toEqual(expected);
    // nothing is kept of an earlier call
    columns.x[0] = 8;
    expect(predict.batch(columns)).toEqual(Float64Array.of(6, -1));
  });

  test('predict.batch(data, into) fills the columns of an earlier call', () => {
    const predict = compile({ a: add(x, 1), b: [multiply(x, y)] }, { engine });
    const first = predict.batch({ x: [1, 2], y: [3, 4] });
    const lists = [first.a, first.b[0]];
    expect(predict.batch({ x: Float64Array.of(5, 6), y: Float64Array.of(7, 8) }, first)).toBe(first);
    expect([first.a, first.b[0]]).toEqual([Float64Array.of(6, 7), Float64Array.of(35, 48)]);
    expect(first.a).toBe(lists[0]);
    expect(first.b[0]).toBe(lists[1]);
    predict.batch(
      [
        [1, 1],
        [0, 0],
      ],
      first,
    );
    expect(first.b[0]).toEqual(Float64Array.of(1, 0));
  });

  test('the columns to fill are found by the names of the outputs, whatever their order', () => {
    const predict = compile({ left: add(x, 1), right: multiply(10, x) }, { engine });
    const into = { right: new Float64Array(2), more: new Float64Array(2), left: new Float64Array(2) };
    predict.batch({ x: [1, 2] }, into);
    expect(into).toEqual({ left: Float64Array.of(2, 3), right: Float64Array.of(10, 20), more: new Float64Array(2) });
  });

  test('what is one value for a batch is given to each row', () => {
    const w = parameter(3);
    const predict = compile({ w, mean: meanBatch(x), off: subtract(x, meanBatch(x)), total: sumBatch(x) }, { engine });
    const found = predict.batch({ x: [1, 2, 6] });
    expect(found).toEqual({
      w: Float64Array.of(3, 3, 3),
      mean: Float64Array.of(3, 3, 3),
      off: Float64Array.of(-2, -1, 3),
      total: Float64Array.of(9, 9, 9),
    });
    expect(predict.batch({ x: [4, 4, 4] }, found).mean).toEqual(Float64Array.of(4, 4, 4));
    expect(predict([5])).toEqual({ w: 3, mean: 5, off: 0, total: 5 });
  });

  test('a mean alone is that of its batch, into new columns for each', () => {
    const predict = compile(meanBatch(x), { engine });
    const first = predict.batch({ x: [1, 3] });
    const second = predict.batch({ x: [4, 6] });
    expect([first, second]).toEqual([Float64Array.of(2, 2), Float64Array.of(5, 5)]);
    expect([predict([7]), predict([8])]).toEqual([7, 8]);
  });

  test('no rows give empty columns', () => {
    const predict = compile([x, parameter(1)], { engine });
    expect(predict.batch([])).toEqual([new Float64Array(0), new Float64Array(0)]);
    expect(predict.batch({ x: new Float64Array(0) })).toEqual([new Float64Array(0), new Float64Array(0)]);
  });

  test('changed parameters are seen, by rows and by batches of every size', () => {
    const [w, b] = [parameter(2), parameter(0)];
    const predict = compile(add(multiply(w, x), b, multiply(w, w, b)), { engine });
    expect([predict([3]), predict.batch({ x: [3, 1] })]).toEqual([6, Float64Array.of(6, 2)]);
    w.value = 4;
    expect(predict([3])).toBe(12);
    w.value = 5;
    expect(predict.batch({ x: [3, 1] })).toEqual(Float64Array.of(15, 5));
    b.value = 1;
    expect(predict.batch({ x: [3] })).toEqual(Float64Array.of(41));
    w.value = -0;
    expect(predict([3])).toBe(1);
    expect(predict.batch({ x: [3, 1, 1] })).toEqual(Float64Array.of(1, 1, 1));
    const other = compile(w, { engine });
    w.value = 9;
    expect([other(), predict([1])]).toEqual([9, 91]);
  });

  test('a graph without inputs has a value for each row', () => {
    const predict = compile(square(parameter(3)), { engine });
    expect(predict()).toBe(9);
    expect(predict({})).toBe(9);
    expect(predict.batch([{}, {}])).toEqual(Float64Array.of(9, 9));
  });

  test('the same input twice, outputs that are inputs, and the same output twice', () => {
    const predict = compile([x, y, x, add(x, x)], { engine });
    expect(predict([1, 2])).toEqual([1, 2, 1, 2]);
    expect(
      predict.batch([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual(
      [
        [1, 3],
        [2, 4],
        [1, 3],
        [2, 6],
      ].map((list) => Float64Array.from(list)),
    );
  });

  test('rows and columns that lack something or are no numbers are refused', () => {
    const predict = compile(add(x, sum(inputs('v', 2))), { engine });
    const bad = (call: () => unknown, message: string): void => {
      expect(call).toThrow(InputError);
      expect(call).toThrow(message);
    };
    bad(() => predict({ x: 1 } as never), 'Input "v" has no value. Given: x. Pass { "v": […] }.');
    bad(() => predict([1]), 'A row by position needs 2 values (x, v[2]), got 1.');
    bad(() => predict({ x: '1', v: [1, 2] } as never), 'Input "x" is "1" (a string), expected a number.');
    bad(() => predict({ x: 1, v: [1] }), 'Input "v" is an array of 1, expected an array of 2 numbers.');
    bad(() => predict.batch([{ x: 1, v: [1, 2] }, { x: 1 } as never]), 'Row 1: Input "v" has no value.');
    bad(() => predict.batch({ x: [1] } as never), '"v"');
    const two = compile(add(x, y), { engine });
    bad(
      () => two.batch({ x: Float64Array.of(1, 2), y: Float64Array.of(1) }),
      'Column "y" has 1 rows, column "x" has 2.',
    );
    bad(() => two.batch({ x: [1], y: ['2'] } as never), 'Row 0: Input "y" is "2" (a string), expected a number.');
    bad(() => two.batch(5 as never), 'Data must be an array of rows or a record of columns, not 5.');
  });

  test('columns to fill must be as many and as long as are needed', () => {
    const predict = compile([x, y], { engine });
    const data = { x: [1, 2], y: [3, 4] };
    for (const into of [
      [new Float64Array(2)],
      [new Float64Array(2), new Float64Array(1)],
      [new Float64Array(2), [0, 0]],
      new Float64Array(2),
      {},
      { x: new Float64Array(2), y: new Float64Array(2) },
    ])
      expect(() => predict.batch(data, into as never)).toThrow(
        '`into` must have a Float64Array of 2 for each output, as an earlier call gave them.',
      );
  });
});

describe('options', () => {
  const bad = (options: object, message: string): void => {
    expect(() => compile(x, options)).toThrow(CompilerError);
    expect(() => compile(x, options)).toThrow(message);
  };

  test('that do not exist, or have other values, are refused', () => {
    bad({ speed: 1 }, 'There is no option "speed" (a string). Options: engine, precision, fast.');
    bad({ engine: 'cuda' }, 'engine is "cuda" (a string), expected "auto" or "interpreter" or "javascript" or "wasm".');
    bad({ precision: 32 }, 'precision is 32, expected "f64" or "f32".');
    bad({ fast: 'yes' }, 'fast is "yes" (a string), expected false or true.');
    bad({ toString: 1 }, 'There is no option "toString"');
    bad(5 as never, 'The options are 5, expected a record of engine, precision, fast.');
    bad(null as never, 'The options are null, expected a record');
  });

  test('that do not go together are refused', () => {
    for (const engine of ['javascript', 'interpreter'])
      bad(
        { engine, precision: 'f32' },
        `Engine '${engine}' computes in f64 only. For precision 'f32' choose 'wasm' or 'auto'.`,
      );
  });

  test('that are undefined are as if left out', () => {
    const predict = compile(x, { engine: undefined, precision: undefined, fast: undefined } as object);
    expect(predict.engine.single.name).toBe('javascript');
  });

  test('precision f32 rounds what goes in and out', () => {
    const predict = compile(add(x, 0), { precision: 'f32' });
    expect(predict([0.1])).toBe(Math.fround(0.1));
    expect(predict.batch({ x: [0.1, 1e40] })).toEqual(Float64Array.of(Math.fround(0.1), Number.POSITIVE_INFINITY));
    expect(compile(add(x, 0))([0.1])).toBe(0.1);
  });
});

test('a name for inputs of different sizes is refused', () => {
  expect(() => compile([x, ...inputs('x', 2)])).toThrow(GraphError);
});

describe('predict.engine', () => {
  const reports = (outputs: readonly Node[], options = {}) => {
    const { single, batch } = compile(outputs, options).engine;
    return [single, batch].map(({ name, reason }) => `${name}: ${reason}`);
  };

  test('small programs: single rows on JavaScript, batches on WebAssembly', () => {
    expect(reports([tanh(x)])).toEqual([
      'javascript: one sample at a time, at most 1500 operations',
      'wasm: batches of samples',
    ]);
  });

  test('large programs: all on WebAssembly', () => {
    expect(reports(large())).toEqual(['wasm: more than 1500 operations', 'wasm: batches of samples']);
  });

  test('without WebAssembly: small programs on JavaScript, large ones on the interpreter', () => {
    vi.stubGlobal('WebAssembly', undefined);
    try {
      expect(reports([tanh(x)])[1]).toBe('javascript: WebAssembly cannot do it here');
      expect(reports(large())).toEqual(new Array(2).fill('interpreter: no other engine can do it here'));
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('f32 is for WebAssembly', () => {
    const both = ['wasm', 'wasm'];
    expect(reports([x], { precision: 'f32' }).map((text) => text.replace(/:.*/, ''))).toEqual(both);
  });

  test.each(engines)('%s by name', (engine) => {
    for (const outputs of [[x], large()]) {
      const text = `${engine}: asked for`;
      expect(reports(outputs, { engine })).toEqual([text, text]);
    }
  });
});

describe('predict.explain()', () => {
  const { cat, dog } = softmax(linear(linear(inputs('x', 6), 8).map(tanh), ['cat', 'dog']));

  test('says what runs, how much of it is in blocks, how large it is, and lists the blocks', () => {
    const text = compile([cat, dog]).explain();
    const lines = text.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      expect.stringMatching(/^operations \d+, inputs 6, parameters 74, f64$/),
      'single rows: javascript (one sample at a time, at most 1500 operations)',
      'batches: wasm (batches of samples)',
    ]);
    const share = Number(/^blocks of 4 rows and more hold ([\d.]+) % of the operations$/.exec(lines[3] as string)?.[1]);
    expect(share).toBeGreaterThan(80);
    expect(share).toBeLessThanOrEqual(100);
    expect(lines[4]).toMatch(/^code [\d,]+ bytes, memory [\d,]+ bytes$/);
    expect(text).toMatch(/per sample +contract 8 × 7\n/);
    expect(text).toMatch(/per sample +map 8 × 1\n/);
    expect(text).toMatch(/per sample +contract 2 × 9\n/);
  });

  test('has no plan of blocks where another engine runs batches', () => {
    const text = compile([cat, dog], { engine: 'javascript' }).explain();
    expect(text).toContain('batches: javascript (asked for)');
    expect(text.split('\n')).toHaveLength(4);
  });

  test('names precision and speed, sums over the batch, and what has no structure', () => {
    const text = compile(subtract(tanh(x), meanBatch(tanh(x))), { precision: 'f32', fast: true }).explain();
    expect(text).toContain('inputs 1, parameters 0, f32, fast');
    expect(text).toMatch(/per sample +straight 1 × 1, sums over the batch: 1\n/);
    expect(text).toMatch(/once a batch straight 1 × /);
  });
});

test('predict has the bits of evaluate on every engine, for rows and for batches', () => {
  const outputs = large();
  const row = { pixel: Float64Array.from({ length: 40 }, (_, i) => (i - 20) / 7) };
  const expected = evaluate<readonly Node[]>(outputs, row);
  for (const engine of [...engines, 'auto'] as const) {
    const predict = compile<readonly Node[]>(outputs, { engine });
    expect(predict(row)).toEqual(expected);
    expect(predict.batch([row, row]).map((list) => list[1])).toEqual(expected);
  }
});
