import { type BlockProgram, coverage, discover, recomputed, straight } from '@chainrule/blocks';
import { firstPrimitive, type Program } from '@chainrule/core';
import { CompilerError, type EngineOptions, type EngineReport } from './engineOptions.ts';
import { hasWasm } from './wasm/features.ts';

/** Operations up to which generated JavaScript is quick to make and to run. */
const fewOperations = 1500;

/** What an engine is chosen for: one sample at a time, or many. */
export type Use = 'single' | 'batch';

/** The operations of a program. */
export const operationsOf = ({ op }: Program): number[] =>
  Array.from(op.keys()).filter((id) => (op[id] as number) >= firstPrimitive);

/** The engines that may run a program of so many operations, best first, each with the reason for it. */
export function candidates(
  operations: number,
  { engine, precision }: Required<EngineOptions>,
  use: Use,
): EngineReport[] {
  const canWasm = hasWasm();
  if (engine === 'wasm' && !canWasm) throw cannotRun(engine, 'WebAssembly with SIMD is missing');
  if (engine !== 'auto') return [{ name: engine, reason: 'asked for' }];
  const isSmall = operations <= fewOperations;
  const isSingle = use === 'single';
  const canScript = precision === 'f64' && isSmall && !isTextForbidden;
  const whyWasm = isSmall ? 'JavaScript cannot be generated here' : `more than ${fewOperations} operations`;
  const rows: [EngineReport['name'], can: boolean, reason: string][] = [
    ['javascript', canScript && isSingle, `one sample at a time, at most ${fewOperations} operations`],
    ['wasm', canWasm, isSingle ? whyWasm : 'batches of samples'],
    ['javascript', canScript && !isSingle, 'WebAssembly cannot do it here'],
    ['interpreter', precision === 'f64', 'no code can be generated here'],
  ];
  return rows.filter(([, can]) => can).map(([name, , reason]) => ({ name, reason }));
}

/** Whether a policy has refused JavaScript that was generated: it is asked once. */
let isTextForbidden = false;

/** Makes the first engine that the runtime allows and that can do it. */
export function firstAllowed<T>(
  choices: readonly EngineReport[],
  make: (name: EngineReport['name']) => T,
): { readonly engine: EngineReport; readonly made: T } {
  for (const [i, engine] of choices.entries()) {
    try {
      const made = make(engine.name);
      if (made !== undefined || i === choices.length - 1) return { engine, made };
    } catch (error) {
      if (error instanceof EvalError) isTextForbidden = true;
      if (!isForbidden(error)) throw error;
      if (i === choices.length - 1) throw cannotRun(engine.name, (error as Error).message, error);
    }
  }
  throw new CompilerError(
    `Precision 'f32' needs WebAssembly with SIMD, which is missing here. Choose precision 'f64'.`,
  );
}

const cannotRun = (name: string, why: string, cause?: unknown): CompilerError =>
  new CompilerError(`Engine '${name}' cannot run here: ${why}. Choose engine 'auto', which takes what is allowed.`, {
    cause,
  });

/** Whether a policy forbids to generate code. */
const isForbidden = (error: unknown): boolean =>
  error instanceof EvalError || (typeof WebAssembly === 'object' && error instanceof WebAssembly.CompileError);

/** A program as blocks, or as straight segments where there is little to find. */
export function blocksOf(program: Program): BlockProgram {
  const blocks = discover(program);
  return isMostlyDense(blocks) ? recomputed(blocks) : straight(program);
}

export const isMostlyDense = (blocks: BlockProgram): boolean => coverage(blocks) >= 0.5;
