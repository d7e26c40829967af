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

/** Whether a policy has refused JavaScript that was generated: it is asked once. */
let isTextForbidden = false;

/** The engines that may run a program of so many operations, best first, each with the reason for it. */
function candidates(operations: number, { engine, precision }: Required<EngineOptions>, use: Use): EngineReport[] {
  const canWasm = hasWasm();
  if (!canWasm && (engine === 'wasm' || precision === 'f32'))
    throw cannotRun('wasm', 'WebAssembly with SIMD is missing');
  if (engine !== 'auto') return [{ name: engine, reason: 'asked for' }];
  const isSmall = operations <= fewOperations;
  const isSingle = use === 'single';
  const canScript = precision === 'f64' && isSmall && !isTextForbidden;
  const whyWasm = isSmall ? 'JavaScript cannot do it here' : `more than ${fewOperations} operations`;
  const rows: [EngineReport['name'], can: boolean, reason: string][] = [
    ['javascript', canScript && isSingle, `one sample at a time, at most ${fewOperations} operations`],
    ['wasm', canWasm, isSingle ? whyWasm : 'batches of samples'],
    ['javascript', canScript && !isSingle, 'WebAssembly cannot do it here'],
    ['interpreter', precision === 'f64', 'no other engine can do it here'],
  ];
  return rows.flatMap(([name, can, reason]) => (can ? { name, reason } : []));
}

/** What the best engine makes that the runtime allows and that can do it. */
export function firstAllowed<T>(
  operations: number,
  options: Required<EngineOptions>,
  use: Use,
  make: (name: EngineReport['name']) => T,
): { readonly engine: EngineReport; readonly made: T } {
  const choices = candidates(operations, options, use);
  for (let i = 0; ; i++) {
    const engine = choices[i] as EngineReport;
    const isLast = i === choices.length - 1;
    try {
      const made = make(engine.name);
      if (made !== undefined || isLast) return { engine, made };
    } catch (error) {
      // a policy that forbids to generate code
      if (error instanceof EvalError) isTextForbidden = true;
      else if (!hasWasm() || !(error instanceof WebAssembly.CompileError)) throw error;
      if (isLast) throw cannotRun(engine.name, error.message, error);
    }
  }
}

const cannotRun = (name: string, why: string, cause?: unknown): CompilerError =>
  new CompilerError(`Engine '${name}' cannot run here: ${why}. Choose engine 'auto' with precision 'f64'.`, {
    cause,
  });

/** A program as blocks, or as straight segments where there is little to find. */
export function blocksOf(program: Program): BlockProgram {
  const blocks = discover(program);
  return isMostlyDense(blocks) ? recomputed(blocks) : straight(program);
}

export const isMostlyDense = (blocks: BlockProgram): boolean => coverage(blocks) >= 0.5;
