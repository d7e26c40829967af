import { compileTraining } from '../compileTraining.ts';
import type { EngineName, EngineReport } from '../engineOptions.ts';
import { type CompiledMachine, machine } from '../machine.ts';
import { corpus, forms, programOf } from './corpus.ts';
import { referenceLoop } from './referenceLoop.ts';
import { adam } from './rules.ts';
import { columnsFor, resultsOf } from './samples.ts';
import { taskOf, trained } from './trainingRun.ts';

/** What an engine makes of the corpus. */
export interface CorpusReport {
  /** The engines that ran. */
  readonly engines: readonly EngineReport['name'][];
  /** For each program a hash of all its results: the same bits, the same text. */
  readonly digests: Readonly<Record<string, string>>;
}

/** What each engine makes of the corpus on a platform, or why it cannot run there. */
export type PlatformReport = Readonly<Record<EngineName, CorpusReport | string>>;

/** Runs the corpus on every engine. Needs nothing but the language: for Node of any version, pages and workers. */
export function platformReport(): PlatformReport {
  const attempt = (engine: EngineName): CorpusReport | string => {
    try {
      return corpusReport(engine);
    } catch (error) {
      return String(error);
    }
  };
  return {
    auto: attempt('auto'),
    interpreter: attempt('interpreter'),
    javascript: attempt('javascript'),
    wasm: attempt('wasm'),
  };
}

function corpusReport(engine: EngineName): CorpusReport {
  const engines = new Set<EngineReport['name']>();
  const digests: Record<string, string> = {};
  for (const name of Object.keys(corpus))
    for (const form of forms) {
      const compiled = machine(programOf(name, form), { engine });
      digests[`${name}, ${form}`] = digest(batches(compiled));
      engines.add(compiled.engine.single.name).add(compiled.engine.batch.name);
    }
  for (const batchSize of [1, 8]) {
    const task = taskOf('3-7-5-2 tanh', adam(0.01), 30, batchSize);
    const loop = compileTraining(task, { engine });
    const { losses, state } = trained(loop ?? referenceLoop(task), task, 3);
    digests[`steps of ${batchSize}`] = digest([losses, ...state]);
    if (loop !== undefined) engines.add(loop.engine.name);
  }
  return { engines: [...engines].sort(), digests };
}

/** Results for a few batches, some with special numbers. */
const batches = (compiled: CompiledMachine): Float64Array[] =>
  (
    [
      [1, 0],
      [1, 1],
      [3, 0.2],
      [67, 0],
      [130, 0.01],
    ] as const
  ).flatMap(([count, share]) => resultsOf(compiled, columnsFor(compiled.program, count, share), count));

/** FNV-1a over the 32-bit halves of numbers; NaN has no bits of its own. */
function digest(lists: readonly Float64Array[]): string {
  const prime = 0x01000193;
  let hash = 0x811c9dc5;
  for (const list of lists) {
    const bits = new Uint32Array(list.map((value) => (Number.isNaN(value) ? Number.NaN : value)).buffer);
    for (const half of bits) hash = Math.imul(hash ^ half, prime);
  }
  return (hash >>> 0).toString(16);
}
