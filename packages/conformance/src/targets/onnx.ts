import { type Data, lower, type Outputs } from '@chainrule/core';
import { type OnnxOptions, toOnnx, verifyOnnx } from '@chainrule/export';
import { onnx as format } from 'onnx-proto';
import * as runtime from 'onnxruntime-web';
import { type Net, rowsOf } from '../nets/net.ts';
import { inTurn } from './inTurn.ts';
import type { Check, Target } from './target.ts';

runtime.env.wasm.numThreads = 1;
runtime.env.logLevel = 'error';

type Precision = NonNullable<OnnxOptions['precision']>;

/** ONNX models, run by ONNX Runtime as WebAssembly, and read by the definitions of ONNX as well. */
export function onnx(precision: Precision, bounds: Pick<Target, 'bound' | 'unit' | 'rounded'>): Target {
  const bytesOf = (outputs: Outputs, rows?: Data): Uint8Array => toOnnx(outputs, { precision, vectors: { rows } });
  return {
    name: `ONNX, ${precision}`,
    ...bounds,
    tools: [],
    print: (outputs) => bytesOf(outputs),
    run: async (nets) => {
      const all: Float64Array[][] = [];
      for (const net of nets) all.push(await resultsOf(net, bytesOf(net.outputs), precision));
      return all;
    },
    selfTests: inTurn(async ({ net, edit }: Check) => {
      const bytes = bytesOf(net.outputs, rowsOf(net));
      return verifyOnnx(edit === undefined ? bytes : edited(bytes, edit), runtime);
    }),
    names: inTurn(async (outputs: Outputs) => {
      const bytes = bytesOf(outputs);
      const { graph, metadataProps } = format.ModelProto.decode(bytes);
      const about = (key: string): { tensor: string; name: string; path: string[] }[] =>
        JSON.parse(metadataProps.find((each) => each.key === `chainrule.${key}`)?.value as string);
      const session = await runtime.InferenceSession.create(bytes);
      for (const [key, said, stored] of [
        ['inputs', session.inputNames, graph?.input],
        ['outputs', session.outputNames, graph?.output],
      ] as const) {
        const names = about(key).map(({ tensor }) => tensor);
        if (`${said}` !== `${names}` || `${stored?.map(({ name }) => name)}` !== `${names}`)
          throw new Error(`The model's ${key} are ${said} to the runtime and ${names} in the metadata.`);
      }
      await session.release();
      return {
        inputs: about('inputs').map(({ name }) => name),
        outputs: about('outputs').map(({ path }) => path.join('.')),
      };
    }),
  };
}

/** All rows at once: what a model gives for a batch. */
async function resultsOf({ outputs, columns }: Net, bytes: Uint8Array, precision: Precision): Promise<Float64Array[]> {
  const session = await runtime.InferenceSession.create(bytes);
  const [type, List] =
    precision === 'f32' ? (['float32', Float32Array] as const) : (['float64', Float64Array] as const);
  const rows = columns[0]?.length ?? 1;
  const feeds: Record<string, runtime.Tensor> = {};
  for (const { name, size = 1, slot } of lower(outputs).fields) {
    const data = new List(rows * size);
    for (let row = 0; row < rows; row++)
      for (let i = 0; i < size; i++) data[row * size + i] = columns[slot + i]?.[row] as number;
    feeds[name] = new runtime.Tensor(type as 'float32', data as Float32Array, [rows, size]);
  }
  const results = await session.run(feeds);
  const lists = session.outputNames.flatMap((name) => {
    const { data, dims } = results[name] as { data: ArrayLike<number>; dims: readonly number[] };
    if (dims.length !== 2 || dims[0] !== rows) throw new Error(`Output ${name} has the shape ${dims}.`);
    const size = dims[1] as number;
    return Array.from({ length: size }, (_, i) =>
      Float64Array.from({ length: rows }, (__, row) => data[row * size + i] as number),
    );
  });
  await session.release();
  return lists;
}

/** A model whose tensors are edited as text. */
function edited(bytes: Uint8Array, edit: (text: string) => string): Uint8Array {
  const model = format.ModelProto.decode(bytes);
  const tensors = (model.graph?.initializer ?? []).filter(
    ({ dataType }) => dataType !== format.TensorProto.DataType.INT64,
  );
  const isDouble = (tensor: format.ITensorProto): boolean => tensor.dataType === format.TensorProto.DataType.DOUBLE;
  const lines = tensors.map((tensor) => {
    const raw = (tensor.rawData as Uint8Array).slice().buffer;
    return Array.from(isDouble(tensor) ? new Float64Array(raw) : new Float32Array(raw), (value) =>
      value.toPrecision(17),
    );
  });
  const after = edit(lines.map((line) => line.join(' ')).join('\n')).split('\n');
  tensors.forEach((tensor, i) => {
    const numbers = (after[i] as string)
      .split(' ')
      .filter((word) => word !== '')
      .map(Number);
    tensor.rawData = new Uint8Array((isDouble(tensor) ? Float64Array : Float32Array).from(numbers).buffer);
  });
  return format.ModelProto.encode(model).finish();
}
