import { interpreter, type Machine, type Program } from '@chainrule/core';
import { checkedOptions, type EngineOptions, type EngineReport } from './engineOptions.ts';
import { blocksOf, candidates, firstAllowed, operationsOf, type Use } from './engines.ts';
import { type JavascriptMachine, javascriptMachine } from './javascript/javascriptMachine.ts';
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
  type Made = Machine & Partial<Pick<JavascriptMachine, 'prepare'>>;
  const makers: Record<EngineReport['name'], () => Made> = {
    interpreter: () => interpreter(program),
    javascript: () => javascriptMachine(program),
    wasm: () => wasmMachine(blocksOf(program), chosen),
  };
  const made: { [name in EngineReport['name']]?: Made } = {};
  const make = (name: EngineReport['name'], use: Use): Machine => {
    made[name] ??= makers[name]();
    made[name].prepare?.(use === 'single');
    return made[name];
  };
  const known: { [use in Use]?: { readonly engine: EngineReport; readonly made: Machine } } = {};
  const machineFor = (use: Use): { readonly engine: EngineReport; readonly made: Machine } => {
    known[use] ??= firstAllowed(candidates(operationsOf(program).length, chosen, use), (name) => make(name, use));
    return known[use];
  };
  return {
    program,
    engine: {
      get single() {
        return machineFor('single').engine;
      },
      get batch() {
        return machineFor('batch').engine;
      },
    },
    run: (columns, count, results, rows) =>
      machineFor(count === 1 ? 'single' : 'batch').made.run(columns, count, results, rows),
  };
}
