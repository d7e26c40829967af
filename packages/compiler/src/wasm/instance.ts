import type { ModuleWriter } from './encoder.ts';
import type { Allocator } from './layout.ts';

/** A module that runs, and its memory. */
export interface Instance {
  readonly call: Readonly<Record<string, (...args: number[]) => number>>;
  readonly buffer: ArrayBuffer;
  readonly codeBytes: number;
}

/** Compiles a module, gives it the memory that was handed out, and writes its tables there. */
export function instantiate(module: ModuleWriter, allocator: Allocator): Instance {
  const code = module.finish();
  const memory = new WebAssembly.Memory({ initial: Math.ceil(allocator.end / 65536) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { host: { ...module.host, memory } });
  const { buffer } = memory;
  for (const { address, of, scale } of allocator.tables)
    new Int32Array(buffer, address).set(new Int32Array(of).map((value) => value * scale));
  return { call: exports as Instance['call'], buffer, codeBytes: code.length };
}
