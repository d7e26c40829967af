// What a model is made of, read by the definitions of ONNX; and layers of all kinds, run by ONNX Runtime.
import { inputs, type Node, type Outputs, randomGenerator } from '@chainrule/core';
import { ExportError, toOnnx, verifyOnnx } from '@chainrule/export';
import { linear, softmax } from '@chainrule/macros';
import { max, min, multiply, relu } from '@chainrule/ops';
import { onnx as format } from 'onnx-proto';
import * as runtime from 'onnxruntime-web';
import { expect, it } from 'vitest';
import { randomLayers } from '../../blocks/src/testing/randomLayers.ts';
import { rowErrors, unavoidable } from './errors.ts';
import { expected, type Net, uniformColumns } from './nets/net.ts';
import { onnx } from './targets/onnx.ts';

const digits = (): Outputs => {
  const hidden = linear(inputs('pixel', 64), 32).map((z) => relu(z));
  return { digit: softmax(linear(hidden, 10)) as Node[] };
};

const plain = { longs: Number, bytes: String };

const operators = (bytes: Uint8Array): (string | null | undefined)[] =>
  (format.ModelProto.decode(bytes).graph?.node ?? []).map(({ opType }) => opType);

it('toOnnx(64-32-10) is two Gemm and a few nodes, in 11 kB without vectors', () => {
  const bytes = toOnnx(digits(), { vectors: { count: 0 } });
  expect(bytes.length).toBeLessThan(11_000);
  expect(operators(bytes).slice(0, 3)).toEqual(['Gemm', 'Relu', 'Gemm']);
  expect(operators(bytes).length).toBe(16);
});

it('toOnnx(…) is what the definitions of ONNX write of it: no field is unknown, none is of another type', () => {
  for (const precision of ['f32', 'f64'] as const) {
    const model = format.ModelProto.decode(toOnnx(digits(), { precision }));
    expect(format.ModelProto.verify(model)).toBeNull();
    const again = format.ModelProto.decode(format.ModelProto.encode(model).finish());
    expect(format.ModelProto.toObject(again, plain)).toEqual(format.ModelProto.toObject(model, plain));
    expect([Number(model.irVersion), Number(model.opsetImport[0]?.version)]).toEqual([8, 17]);
    const [pixel, digit] = [model.graph?.input?.[0], model.graph?.output?.[0]];
    const { FLOAT, DOUBLE } = format.TensorProto.DataType;
    for (const [port, name, size] of [
      [pixel, 'pixel', 64],
      [digit, 'digit', 10],
    ] as const) {
      const tensorType = port?.type?.tensorType;
      expect(port?.name).toBe(name);
      expect(tensorType?.elemType).toBe(precision === 'f32' ? FLOAT : DOUBLE);
      expect([tensorType?.shape?.dim?.[0]?.dimParam, Number(tensorType?.shape?.dim?.[1]?.dimValue)]).toEqual([
        'rows',
        size,
      ]);
    }
  }
});

it('toOnnx(…) agrees on 150 networks of random layers', async () => {
  const random = randomGenerator(17);
  const nets = Array.from({ length: 150 }, (_, i): Net => {
    const { structure } = randomLayers(random);
    return { name: `layers ${i}`, outputs: structure, columns: uniformColumns(structure, -2, 2, 20) };
  }).filter(({ columns }) => columns.length > 0);
  const found = await onnx('f64', { bound: 1e-14 }).run(nets, '');
  const failures = nets.flatMap((net, i) => {
    const errors = rowErrors(found[i] as Float64Array[], expected(net), false);
    const suspects = [...errors.keys()].filter((row) => (errors[row] as number) > 1e-14);
    const limits = unavoidable(net, 2 ** -52, suspects);
    const rows = suspects.filter((row) => (errors[row] as number) > 16 * (limits[row] as number));
    return rows.map((row) => [net.name, errors[row]]);
  });
  expect(failures).toEqual([]);
  const used = new Set(nets.flatMap(({ outputs }) => operators(toOnnx(outputs))));
  expect([...used]).toEqual(expect.arrayContaining(['Gemm', 'ReduceSum', 'Gather', 'Concat', 'Expand', 'Reshape']));
}, 600_000);

it('verifyOnnx(…) runs names of all kinds, and networks without inputs', async () => {
  const named = toOnnx({ ['__proto__']: linear(inputs('__proto__', 3), 2) as Node[] });
  expect((await verifyOnnx(named, runtime)).error).toBeLessThan(1e-5);
  const constant = await verifyOnnx(toOnnx({ one: 1, some: [2, -0.5] }), runtime);
  expect(constant).toEqual({ error: 0, bound: 1e-5 });
});

it('verifyOnnx(…) refuses bytes that hold no test vectors', async () => {
  await expect(verifyOnnx(toOnnx(digits(), { vectors: { count: 0 } }), runtime)).rejects.toThrow(ExportError);
  await expect(verifyOnnx(new Uint8Array([8, 8]), runtime)).rejects.toThrow('Give the bytes of a model');
});

it('toOnnx(…) of long maxima, minima and products reduces them, and NaN among their terms is their result', async () => {
  const x = inputs('x', 12);
  const rows = (f: (...terms: readonly Node[]) => unknown): Node[] =>
    [0, 1, 2].map((i) => f(...x.slice(i, i + 9).map((node) => multiply(node, i + 1) as Node)) as Node);
  const outputs = { largest: max(...x), least: rows(min), some: rows(max), product: rows(multiply) };
  const columns = uniformColumns(outputs, -2, 2, 40).map((column, slot) =>
    column.map((value, row) => (row < 12 && row === slot ? Number.NaN : value)),
  );
  const net: Net = { name: 'reductions', outputs, columns };
  const [found] = await onnx('f64', { bound: 1e-14 }).run([net], '');
  expect(Math.max(...rowErrors(found as Float64Array[], expected(net), false))).toBeLessThan(1e-14);
  expect(found?.[0]?.slice(0, 13).map(Number.isNaN as never)).toEqual(Float64Array.from([...Array(12).fill(1), 0]));
  expect(operators(toOnnx(outputs))).toEqual(expect.arrayContaining(['ReduceMax', 'ReduceMin', 'ReduceProd']));
});
