import { input, inputs, type Node, parameter } from '@chainrule/core';
import { add, multiply, sin } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { ExportError } from '../errors.ts';
import { toOnnx } from './toOnnx.ts';
import { bytes, integer, joined, message, readBytes, text } from './wire.ts';

const celsius = add(multiply(parameter(5 / 9), input('fahrenheit')), parameter(-160 / 9)) as Node;
const metadata = (model: Uint8Array, key: string): unknown => {
  const entries = [...readBytes(model)].flatMap(([field, data]) =>
    field === 14 ? [[...readBytes(data)].map(([, value]) => new TextDecoder().decode(value))] : [],
  );
  return JSON.parse(entries.find(([name]) => name === `chainrule.${key}`)?.[1] as string);
};

describe('wire', () => {
  it('writes the examples of the specification', () => {
    // https://protobuf.dev/programming-guides/encoding/: Test1 { a: 150 }, Test2 { b: "testing" }, Test3 { c { a: 150 } }
    expect([...integer(1, 150)]).toEqual([0x08, 0x96, 0x01]);
    expect([...text(2, 'testing')]).toEqual([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
    expect([...message(3, [integer(1, 150)])]).toEqual([0x1a, 0x03, 0x08, 0x96, 0x01]);
  });

  it('writes numbers of more than 32 bits, and passes over them', () => {
    expect([...integer(1, 2 ** 40)]).toEqual([0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20]);
    const fields = joined([integer(1, 2 ** 53 - 1), text(20, 'é'), integer(3, 0), bytes(4, new Uint8Array(300))]);
    expect([...readBytes(fields)].map(([field, data]) => [field, data.length])).toEqual([
      [20, 2],
      [4, 300],
    ]);
  });
});

describe('toOnnx', () => {
  it('names tensors as the network does, and tells where each came from', () => {
    const model = toOnnx({ celsius, all: [celsius, input('fahrenheit')], deep: { x: [[celsius], 1] } });
    expect(metadata(model, 'inputs')).toEqual([{ tensor: 'fahrenheit', size: 1, name: 'fahrenheit' }]);
    expect(metadata(model, 'outputs')).toEqual([
      { tensor: 'celsius', size: 1, path: ['celsius'] },
      { tensor: 'all', size: 2, path: ['all'] },
      { tensor: 'deep.x.0', size: 1, path: ['deep', 'x', 0] },
      { tensor: 'deep.x.1', size: 1, path: ['deep', 'x', 1] },
    ]);
    expect(metadata(toOnnx([celsius, celsius]), 'outputs')).toEqual([{ tensor: 'output', size: 2, path: [] }]);
  });

  it('gives an output another name than an input, and than another output', () => {
    const [x, y] = [input('x'), add(input('x'), 1) as Node];
    const tensors = (outputs: Parameters<typeof toOnnx>[0]): string[] =>
      (metadata(toOnnx(outputs), 'outputs') as { tensor: string }[]).map(({ tensor }) => tensor);
    expect(tensors({ x: y, x_output: x })).toEqual(['x_output2', 'x_output']);
    expect(tensors({ a: { b: y }, 'a.b': x })).toEqual(['a.b', 'a.b_output']);
  });

  it.each([
    ['', '""'],
    ['a\0b', '"a\\u0000b"'],
    ['\ufeffa', '"\\ufeffa"'],
    ['\ud83d', '"\\ud83d"'],
  ])('refuses the name %j', (name, told) => {
    expect(() => toOnnx(add(input(name), 1))).toThrow(ExportError);
    expect(() => toOnnx({ [name]: celsius })).toThrow(`${told} cannot be the name of a tensor`);
  });

  it('takes test vectors from rows, which in 32 bits are floats', () => {
    const rows = [{ fahrenheit: 0.1 }, { fahrenheit: 16_777_217 }];
    const vectors = (precision: 'f32' | 'f64'): number[] =>
      (metadata(toOnnx(celsius, { precision, vectors: { rows } }), 'vectors') as { rows: number[][] }).rows.flat();
    expect(vectors('f64').slice(0, 2).sort()).toEqual([0.1, 16_777_217]);
    expect(vectors('f32').slice(0, 2).sort()).toEqual([0.1, 16_777_216]);
    expect(vectors('f32')).toContain('NaN');
  });

  it('states a bound that fits the network, and leaves out rows that 32 bits cannot tell', () => {
    const wave = sin(multiply(1e6, input('x')));
    const model = toOnnx(wave as Node);
    expect(metadata(model, 'bound')).toBeGreaterThan(0.01);
    expect(metadata(toOnnx(celsius), 'bound')).toBe(1e-5);
    const [large, one] = [multiply(1e30, input('x')), multiply(1, add(input('x'), 1e-3))];
    const { rows } = metadata(toOnnx(multiply(large, large) as Node), 'vectors') as { rows: unknown[] };
    expect(rows.length).toBeLessThan((metadata(toOnnx(one as Node), 'vectors') as { rows: unknown[] }).rows.length);
  });

  it('refuses precisions that there are not, and networks of too many nodes with a way out', () => {
    expect(() => toOnnx(celsius, { precision: 'f16' as never })).toThrow("must be 'f32' or 'f64', not \"f16\"");
    let chain: Node = input('x');
    for (let i = 0; i < 20_001; i++) chain = sin(chain) as Node;
    expect(() => toOnnx(chain)).toThrow(
      'toOnnx: the network has 20,001 nodes, and the limit is 20,000. toJavaScript, toC and toPython take networks of any size.',
    );
  });

  it('refuses numbers that no float of 32 bits is, with a way out', () => {
    const large = multiply(parameter(1e300), input('x')) as Node;
    expect(() => toOnnx(large)).toThrow("holds 1e+300, and 32-bit floats end at 3.4e38. Give { precision: 'f64' }.");
    expect(toOnnx(large, { precision: 'f64' }).length).toBeGreaterThan(100);
  });

  it('takes wide networks, whose nodes are few', () => {
    const wide = inputs('x', 5000).map((x, i) => multiply(parameter(i), sin(x)) as Node);
    expect(toOnnx(wide, { vectors: { count: 0 } }).length).toBeLessThan(21_000);
  });
});
