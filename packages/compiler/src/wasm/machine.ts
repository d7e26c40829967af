import { type BlockProgram, fixedGroups } from '@chainrule/blocks';
import { type Machine, type Parameter, parameterVersion, tileLength } from '@chainrule/core';
import { digits, helpers } from './elementary/index.ts';
import { ModuleWriter } from './encoder.ts';
import { header } from './frame.ts';
import { instantiate } from './instance.ts';
import { Allocator, placeGroup, type Rows } from './layout.ts';
import { emitPhases, type Settings } from './phases.ts';

/** A machine whose program is a WebAssembly module. */
export interface WasmMachine extends Machine {
  /** The size of the module. */
  readonly codeBytes: number;
  /** The size of its memory. */
  readonly memoryBytes: number;
}

/** Compiles a block program; it runs the batch in tiles of samples, which are the lanes of vectors. */
export function wasmMachine(blocks: BlockProgram, settings: Settings): WasmMachine {
  const { program } = blocks;
  const passes = blocks.phases.filter(({ rank }) => rank === 1).length;
  let engine = compiled(blocks, settings, tileLength);
  return {
    program,
    get codeBytes() {
      return engine.codeBytes;
    },
    get memoryBytes() {
      return engine.memoryBytes;
    },
    run: (columns, count, results, rows) => {
      // a value per sample that waits for a sum over the batch has to be kept for all samples
      if (passes > 1 && count > engine.capacity)
        engine = compiled(blocks, settings, tileLength * 2 ** Math.ceil(Math.log2(count / tileLength)));
      engine.run(columns, count, results, rows);
    },
  };
}

interface Tiled extends Pick<WasmMachine, 'run' | 'codeBytes' | 'memoryBytes'> {
  /** The samples that a row has room for. */
  readonly capacity: number;
}

function compiled(blocks: BlockProgram, settings: Settings, capacity: number): Tiled {
  const { program, groups } = blocks;
  const { parameters, outputs, rank } = program;
  const bytes = settings.precision === 'f64' ? 8 : 4;
  const allocator = new Allocator(header.size);
  const places = groups.map((group) => placeGroup(group, capacity, bytes, allocator));
  const rows = (group: number): Rows => places[group] as Rows;
  const module = new ModuleWriter();
  const phases = emitPhases(
    module,
    blocks,
    settings,
    { header: 0, rows, tables: (...table) => allocator.table(...table) },
    helpers(module, allocator.table(new Int32Array(digits().buffer))),
  );
  phases.forEach(({ run }, i) => module.export(`phase${i}`, run));
  const { call, buffer, codeBytes } = instantiate(module, allocator);
  const numbers = bytes === 8 ? new Float64Array(buffer) : new Float32Array(buffer);
  const words = new Int32Array(buffer);
  const firstOf = (group: number): number => rows(group).address / bytes;
  const [inputs, values, batchOutputs, sampleOutputs] = [
    fixedGroups.inputs,
    fixedGroups.parameters,
    fixedGroups.batchOutputs,
    fixedGroups.sampleOutputs,
  ].map(firstOf) as [number, number, number, number];
  const lanes = 16 / bytes;
  const sampled = phases.map((phase, i) => (phase.rank === 1 ? i : -1)).filter((i) => i >= 0);
  let version = -1;

  const readParameters = (): void => {
    if (version === parameterVersion()) return;
    version = parameterVersion();
    for (let k = 0; k < parameters.length; k++) numbers[values + k] = (parameters[k] as Parameter).value;
  };
  const readInputs = (
    columns: readonly ArrayLike<number>[],
    from: number,
    n: number,
    to: number,
    order?: ArrayLike<number>,
  ): void => {
    for (let slot = 0; slot < columns.length; slot++) {
      const column = columns[slot] as ArrayLike<number>;
      const start = inputs + slot * capacity + to;
      if (order === undefined && column instanceof Float64Array) copy(column, from, numbers, start, n);
      else
        for (let s = 0; s < n; s++)
          numbers[start + s] = column[order === undefined ? from + s : (order[from + s] as number)] as number;
    }
  };
  const batchValues = numbers.subarray(batchOutputs, batchOutputs + rows(fixedGroups.batchOutputs).count);
  let known: readonly Float64Array[] = [];
  let ofBatch: readonly Float64Array[] = [];
  let ofSamples: readonly Float64Array[] = [];
  let together: Float64Array | undefined;
  /** Sorts the lists for results, unless they are those of the run before. */
  const sortResults = (results: readonly Float64Array[]): void => {
    let i = 0;
    while (i < outputs.length && results[i] === known[i]) i++;
    if (i === outputs.length) return;
    known = [...results];
    ofBatch = results.filter((_, k) => rank[outputs[k] as number] === 0);
    ofSamples = results.filter((_, k) => rank[outputs[k] as number] === 1);
    together = asOne(ofBatch);
  };
  const writeBatch = (): void => {
    if (together !== undefined) together.set(batchValues);
    else for (let i = 0; i < ofBatch.length; i++) (ofBatch[i] as Float64Array)[0] = batchValues[i] as number;
  };
  const writeSamples = (from: number, n: number, at: number): void => {
    for (let i = 0; i < ofSamples.length; i++) {
      const start = sampleOutputs + i * capacity + at;
      copy(numbers, start, ofSamples[i] as Float64Array, from, n);
    }
  };

  return {
    capacity,
    codeBytes,
    memoryBytes: buffer.byteLength,
    run: (columns, count, results, order) => {
      readParameters();
      sortResults(results);
      for (let lane = 0; lane < lanes; lane++) numbers[header.count / bytes + lane] = count;
      for (let i = 0; i < phases.length; i++) {
        const phase = call[`phase${i}`] as (at: number, end: number) => number;
        if ((phases[i] as { rank: number }).rank === 0) {
          phase(0, 0);
          continue;
        }
        for (let from = 0; from < count; from += tileLength) {
          const n = Math.min(tileLength, count - from);
          const at = sampled.length > 1 ? from : 0;
          if (i === sampled[0]) readInputs(columns, from, n, at, order);
          words.fill(from === 0 ? 0 : -1, header.keep / 4, header.keep / 4 + 4);
          for (let word = 0; word < 4; word++)
            words[header.tail / 4 + word] = Math.floor((4 * word) / bytes) <= (n - 1) % lanes ? -1 : 0;
          phase(at * bytes, (at + lanes * Math.ceil(n / lanes)) * bytes);
          if (i === sampled.at(-1)) writeSamples(from, n, at);
        }
      }
      writeBatch();
    },
  };
}

/** Lists of one number that follow each other in memory, as one list. */
function asOne(lists: readonly Float64Array[]): Float64Array | undefined {
  const { buffer, byteOffset } = lists[0] ?? new Float64Array(0);
  const follow = lists.every((list, i) => list.buffer === buffer && list.byteOffset === byteOffset + 8 * i);
  return follow ? new Float64Array(buffer, byteOffset, lists.length) : undefined;
}

type Numbers = Float64Array | Float32Array;

function copy(from: Numbers, start: number, to: Numbers, at: number, count: number): void {
  for (let i = 0; i < count; i++) to[at + i] = from[start + i] as number;
}
