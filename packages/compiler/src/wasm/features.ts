import { moduleWriter } from './encoder.ts';
import { vectors } from './vectors.ts';

/** Whether this runtime has WebAssembly with SIMD. */
export const hasWasm = (): boolean => validates((v) => v.add(v.constant(1), v.constant(1)));

/** Whether it has fused multiply-add (relaxed SIMD). */
export const hasFusedMultiplyAdd = (): boolean =>
  validates((v) => v.multiplyAdd(v.constant(1), v.constant(1), v.constant(1)));

function validates(use: (v: ReturnType<typeof vectors>) => void): boolean {
  if (typeof WebAssembly !== 'object') return false;
  const module = moduleWriter();
  module.function([], [], (f) => use(vectors(f, 'f64')));
  return WebAssembly.validate(module.finish());
}
