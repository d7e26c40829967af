import { type OnnxOptions, toOnnx } from '@chainrule/export';
import * as runtime from 'onnxruntime-web';
import { type Runner, rounds } from './runner.ts';

runtime.env.wasm.numThreads = 1;
runtime.env.logLevel = 'error';

/** Run by ONNX Runtime as WebAssembly, all rows at once. */
export const onnx = (precision: NonNullable<OnnxOptions['precision']>): Runner => ({
  name: `ONNX, ${precision}`,
  measure: async ({ outputs, columns }) => {
    const bytes = toOnnx(outputs, { precision });
    const session = await runtime.InferenceSession.create(bytes);
    const count = columns[0]?.length as number;
    const List = precision === 'f32' ? Float32Array : Float64Array;
    // inputs of a name each, or one of all columns
    const width = columns.length / session.inputNames.length;
    const feeds = Object.fromEntries(
      session.inputNames.map((name, k) => {
        const data = new List(count * width);
        for (let i = 0; i < data.length; i++)
          data[i] = columns[k * width + (i % width)]?.[Math.floor(i / width)] as number;
        return [name, new runtime.Tensor(data as Float32Array, [count, width])];
      }),
    );
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await session.run(feeds);
      best = Math.min(best, performance.now() - start);
    }
    await session.release();
    return { bytes: bytes.length, rowsPerSecond: (1000 * count) / best };
  },
});
