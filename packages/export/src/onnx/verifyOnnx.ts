import { ExportError } from '../errors.ts';
import { errorOf } from '../testVectors.ts';
import { readBytes } from './wire.ts';

/** What `verifyOnnx` needs of a runtime: the module of `onnxruntime-web`, `onnxruntime-node` or `onnxruntime-react-native`. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(
      model: Uint8Array,
    ): Promise<{ run(feeds: Record<string, never>): Promise<Readonly<Record<string, unknown>>> }>;
  };
  readonly Tensor: new (type: never, data: never, shape: readonly number[]) => unknown;
}

/** What a model's check says. */
export interface OnnxVerdict {
  /** The largest error over the test vectors: |found − expected| / max(1, |expected|), 0 for NaN where NaN is expected. */
  readonly error: number;
  /** What the model states: it proves itself if the error is at most that. */
  readonly bound: number;
}

/** What `toOnnx` writes into the metadata, each under `chainrule.` and its name. */
interface Metadata {
  readonly precision: string;
  readonly inputs: readonly { readonly tensor: string; readonly size: number }[];
  readonly outputs: readonly { readonly tensor: string; readonly size: number }[];
  readonly vectors: { readonly rows: readonly Numbers[]; readonly values: readonly Numbers[] };
  readonly bound: number;
}

type Numbers = readonly (number | string)[];

/**
 * Runs a model of `toOnnx` on the test vectors that it carries, by a runtime of the reader's own, and gives the largest error.
 * @throws ExportError if the bytes are no model of `toOnnx`, or one without test vectors.
 * @example
 * import * as runtime from 'onnxruntime-web';
 * const { error, bound } = await verifyOnnx(readFileSync('celsius.onnx'), runtime);
 */
export async function verifyOnnx(model: Uint8Array, { InferenceSession, Tensor }: OnnxRuntime): Promise<OnnxVerdict> {
  const { inputs, outputs, vectors, bound, precision } = readMetadata(model);
  const session = await InferenceSession.create(model);
  const count = vectors.rows.length;
  const feeds: Record<string, unknown> = {};
  let slot = 0;
  for (const { tensor, size } of inputs) {
    const numbers = vectors.rows.flatMap((row) => row.slice(slot, slot + size).map(Number));
    const [type, data] =
      precision === 'f64' ? ['float64', Float64Array.from(numbers)] : ['float32', Float32Array.from(numbers)];
    // a member, even where its name is __proto__
    const value = new Tensor(type as never, data as never, [count, size]);
    Object.defineProperty(feeds, tensor, { value, enumerable: true });
    slot += size;
  }
  const results = await session.run(feeds as Record<string, never>);
  let [error, first] = [0, 0];
  for (const { tensor, size } of outputs) {
    const { data } = results[tensor] as { readonly data: ArrayLike<number> };
    vectors.values.forEach((values, row) => {
      for (let i = 0; i < size; i++)
        error = Math.max(error, errorOf(data[row * size + i] as number, Number(values[first + i])));
    });
    first += size;
  }
  return { error, bound };
}

function readMetadata(model: Uint8Array): Metadata {
  const entries = new Map<string, string>();
  for (const [field, data] of readBytes(model))
    if (field === 14) {
      const [key, value] = Array.from(readBytes(data), ([, text]) => new TextDecoder().decode(text));
      entries.set(key as string, value as string);
    }
  const read = (name: string): unknown => {
    const text = entries.get(`chainrule.${name}`);
    if (text !== undefined) return JSON.parse(text);
    throw new ExportError(
      `verifyOnnx: these bytes hold no "chainrule.${name}". Give the bytes of a model that toOnnx made with test vectors.`,
    );
  };
  const names = ['precision', 'bound', 'inputs', 'outputs', 'vectors'] as const;
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as Metadata;
}
