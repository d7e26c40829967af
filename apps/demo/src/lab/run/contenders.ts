import type { EngineOptions } from '@chainrule/compiler';
import { allowsCode } from './allowsCode.ts';

/** An engine of the library, as people know it. */
export interface Contender {
  readonly name: string;
  readonly options: EngineOptions;
}

/** The engines, the reference first. */
export const contenders: readonly Contender[] = [
  { name: 'Interpreter', options: { engine: 'interpreter' } },
  { name: 'JavaScript', options: { engine: 'javascript' } },
  { name: 'WebAssembly', options: { engine: 'wasm' } },
  { name: 'WebAssembly, 32 bits', options: { engine: 'wasm', precision: 'f32' } },
];

/** Why an engine cannot be used here; undefined if it can. */
export async function obstacle({ options }: Contender): Promise<string | undefined> {
  if (options.engine !== 'javascript' || (await allowsCode())) return undefined;
  return 'Not allowed here: the policy forbids generating code.';
}
