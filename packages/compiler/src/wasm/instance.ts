import type { Assembly } from './assembly.ts';

/** A module that runs, and its memory. */
export interface Instance {
  readonly call: Readonly<Record<string, (...args: number[]) => number>>;
  /** The memory as numbers of the module's precision, and as whole numbers. */
  readonly numbers: Float64Array | Float32Array;
  readonly words: Int32Array;
  readonly codeBytes: number;
}

/** Compiles a module, gives it the memory that was handed out, and writes its tables there. */
export function instantiate({ module, end, tables, bytes }: Assembly): Instance {
  const code = module.finish();
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / 65536) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { host: { ...module.host, memory } });
  const { buffer } = memory;
  const words = new Int32Array(buffer);
  for (const { address, of, scale } of tables)
    words.set(
      new Int32Array(of).map((value) => value * scale),
      address / 4,
    );
  return {
    call: exports as Instance['call'],
    numbers: bytes === 8 ? new Float64Array(buffer) : new Float32Array(buffer),
    words,
    codeBytes: code.length,
  };
}
