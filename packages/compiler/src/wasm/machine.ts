import { type BlockProgram, fixedGroups } from '@chainrule/blocks';
import { type Machine, parameterReader, tileLength } from '@chainrule/core';
import { assemblyOf } from './assembly.ts';
import { ahead } from './frame.ts';
import { type Instance, instantiate } from './instance.ts';
import type { Settings } from './phases.ts';

/** A machine whose program is a WebAssembly module. */
export interface WasmMachine extends Machine {
  /** The sizes of the module and of its memory. */
  readonly bytes: { readonly code: number; readonly memory: number };
}

/** Compiles a block program; it runs the batch in tiles of samples, which are the lanes of vectors. */
export function wasmMachine(blocks: BlockProgram, settings: Settings): WasmMachine {
  const passes = blocks.phases.filter(({ rank }) => rank === 1).length;
  let capacity = tileLength; // the samples that a row has room for
  let engine = compiled(blocks, settings, capacity);
  return {
    program: blocks.program,
    get bytes() {
      return engine.bytes;
    },
    run: (columns, count, results, rows) => {
      // a value per sample that waits for a sum over the batch has to be kept for all samples
      if (passes > 1 && count > capacity) {
        capacity = tileLength * 2 ** Math.ceil(Math.log2(count / tileLength));
        engine = compiled(blocks, settings, capacity);
      }
      engine.run(columns, count, results, rows);
    },
  };
}

function compiled(blocks: BlockProgram, settings: Settings, capacity: number): Pick<WasmMachine, 'run' | 'bytes'> {
  const { program, groups } = blocks;
  const { parameters, outputs, rank } = program;
  const assembly = assemblyOf(settings, program.primitives);
  const { bytes, lanes } = assembly;
  const samples = assembly.reserve(16);
  const strip = tileLength * Math.max(1, Math.min(16, Math.floor(256 / program.slots)));
  const room = Math.max(capacity, strip);
  const places = groups.map((group, i) =>
    i === fixedGroups.inputs ? { ...assembly.place(group, room), local: ahead } : assembly.place(group, capacity),
  );
  const phases = assembly.phases(blocks, places, samples);
  phases.forEach(({ run }, i) => assembly.module.export(`${i}`, run));
  const { call, numbers, words, codeBytes } = instantiate(assembly);
  const [inputs, values, batchOutputs, sampleOutputs] = places.map(({ offset }) => offset / bytes) as [
    number,
    number,
    number,
    number,
  ];
  const isSampled = phases.map((phase) => phase.rank === 1);
  const first = isSampled.indexOf(true);
  const last = isSampled.lastIndexOf(true);
  const readParameters = parameterReader(parameters);

  const batchCount = outputs.reduce((sum, id) => sum + 1 - (rank[id] as number), 0);
  const batchValues = numbers.subarray(batchOutputs, batchOutputs + batchCount);
  let before: readonly Float64Array[] | undefined;
  let together: Float64Array | undefined; // the lists for values of the batch, if they are one and cannot be others
  return {
    bytes: { code: codeBytes, memory: words.byteLength },
    run: (columns, count, results, order) => {
      readParameters(numbers, values);
      if (results !== before)
        together = Object.isFrozen(results) ? asOne(results.filter((_, k) => !rank[outputs[k] as number])) : undefined;
      before = results;
      numbers.fill(count, samples / bytes, samples / bytes + lanes);
      for (let i = 0; i < phases.length; i++) {
        const phase = call[i] as Instance['call'][string];
        if (!isSampled[i]) phase(0, 0, 0, 0);
        for (let from = 0; isSampled[i] && from < count; from += tileLength) {
          const n = Math.min(tileLength, count - from);
          const at = first < last ? from : 0;
          if (i === first && from % strip === 0)
            for (let slot = 0; slot < columns.length; slot++)
              copy(
                columns[slot] as ArrayLike<number>,
                from,
                numbers,
                inputs + slot * room + at,
                Math.min(strip, count - from),
                order,
              );
          phase(at * bytes, (at + n) * bytes, ((from - at) % strip) * bytes, from);
          let place = sampleOutputs + at;
          for (let k = 0; i === last && k < outputs.length; k++)
            if (rank[outputs[k] as number]) {
              copy(numbers, place, results[k] as Float64Array, from, n);
              place += capacity;
            }
        }
      }
      if (together) together.set(batchValues);
      else {
        let place = batchOutputs;
        for (let k = 0; k < outputs.length; k++)
          if (!rank[outputs[k] as number]) (results[k] as Float64Array)[0] = numbers[place++] as number;
      }
    },
  };
}

/** Lists of one number that follow each other in memory, as one list. */
function asOne(lists: readonly Float64Array[]): Float64Array | undefined {
  const { buffer, byteOffset } = lists[0] ?? new Float64Array(0);
  const follow = lists.every((list, i) => list.buffer === buffer && list.byteOffset === byteOffset + 8 * i);
  return follow ? new Float64Array(buffer, byteOffset, lists.length) : undefined;
}

/** Copies numbers from `start` on; with `order`, those that it names from there on. Many are copied by the runtime. */
function copy(
  from: ArrayLike<number>,
  start: number,
  to: Float64Array | Float32Array,
  at: number,
  count: number,
  order?: ArrayLike<number>,
): void {
  if (!order && count > tileLength && from instanceof Float64Array) to.set(from.subarray(start, start + count), at);
  else for (let i = 0; i < count; i++) to[at + i] = from[order ? (order[start + i] as number) : start + i] as number;
}
