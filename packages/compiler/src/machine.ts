import { interpreter, type Machine, type Program } from '@chainrule/core';
import { checkedOptions, type EngineOptions, type EngineReport } from './engineOptions.ts';
import { blocksOf, firstAllowed, operationsOf, type Use } from './engines.ts';
import { batchEngine } from './javascript/batchEngine.ts';
import { rowEngine } from './javascript/rowEngine.ts';
import { wasmMachine } from './wasm/machine.ts';

/** A machine, and what runs its program. */
export interface CompiledMachine extends Machine {
  /** What runs batches of samples, and single ones. */
  readonly engine: Readonly<Record<Use, EngineReport>>;
}

/**
 * A program that is ready to run, on the engine that is best for the size of a batch; compiled when it is first needed. In f64 the
 * bits are those of `interpreter(program)`.
 * @throws CompilerError if an option makes no sense, or the engine asked for cannot run here.
 * @example machine(lower(y)).run([Float64Array.of(1)], 1, [new Float64Array(1)])
 */
export function machine(program: Program, options: EngineOptions = {}): CompiledMachine {
  const chosen = checkedOptions(options);
  let wasm: Machine | undefined;
  const makers: Record<EngineReport['name'], (use: Use) => Machine['run']> = {
    interpreter: () => interpreter(program).run,
    javascript: (use) => (use === 'single' ? rowEngine : batchEngine)(program),
    wasm: () => {
      wasm ??= wasmMachine(blocksOf(program), chosen);
      return wasm.run;
    },
  };
  type Chosen = { readonly engine: EngineReport; readonly made: Machine['run'] };
  const known: { [use in Use]?: Chosen } = {};
  const chosenFor = (use: Use): Chosen => {
    known[use] ??= firstAllowed(operationsOf(program).length, chosen, use, (name) => makers[name](use));
    return known[use];
  };
  return {
    program,
    engine: {
      get single() {
        return chosenFor('single').engine;
      },
      get batch() {
        return chosenFor('batch').engine;
      },
    },
    run: (columns, count, results, rows) =>
      chosenFor(count === 1 ? 'single' : 'batch').made(columns, count, results, rows),
  };
}
