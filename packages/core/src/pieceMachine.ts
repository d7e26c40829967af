import { levelsOf } from './levels.ts';
import { parameterReader } from './parameterReader.ts';
import { leafCode, type Program } from './program.ts';
import { batchSums } from './sum.ts';

/** Samples that go through together when a program allows it. */
const pieceLength = 64;
/** Numbers that the values of a piece may take before pieces get shorter. */
const memoryLimit = 8_388_608;

/** A program that is ready to run: it keeps its memory from call to call and allocates nothing while running. */
export interface Machine {
  readonly program: Program;
  /**
   * Runs the program for `count` samples. `columns` has one list of numbers per input slot, of which sample s is number
   * `rows[s]`, or s without `rows`. Output i goes to `results[i]`: one number if its rank is 0, else one for each sample. A list
   * of very many results is best frozen: an engine then need not look through it again in each call.
   */
  run(
    columns: readonly ArrayLike<number>[],
    count: number,
    results: readonly Float64Array[],
    rows?: ArrayLike<number>,
  ): void;
}

/** Runs instructions for n samples of `total`: the values of instruction `id` lie in `v` from `offset[id]` on. */
export type Run = (v: Float64Array, offset: Int32Array, n: number, total: number) => void;

/**
 * A machine whose batches go through in pieces, as far as no sample waits for a sum over the others; `compile` makes lists of
 * instructions of one rank run.
 */
export function pieceMachine(program: Program, compile: (ids: readonly number[]) => Run): Machine {
  const { length, op, rank, aux, args, argStart, outputs, parameters, slots } = program;
  const levels = levelsOf(program);
  const last = Math.max(
    0,
    levels.findLastIndex(({ samples }) => samples.length > 0),
  );
  const perSample = rank.reduce((total, r) => total + r, 0);
  const offset = new Int32Array(length + 1);
  let v = new Float64Array(0);
  let capacity = 0;
  const readParameters = parameterReader(parameters);

  const reserve = (needed: number): void => {
    if (needed <= capacity) return;
    capacity = needed;
    v = new Float64Array(length - perSample + perSample * capacity);
    let end = 0;
    for (let id = 0; id < length; id++) {
      offset[id] = end;
      end += rank[id] === 1 ? capacity : 1;
      if (op[id] === leafCode.constant) v[offset[id] as number] = aux[id] as number;
    }
  };

  const stages = levels.map(({ uniform, samples, sums }) => ({
    runUniform: compile(uniform),
    runSamples: compile(samples),
    sums,
    totals: batchSums(sums.length),
  }));

  const writeResults = (results: readonly Float64Array[], itsRank: number, from: number, n: number): void => {
    for (let i = 0; i < outputs.length; i++) {
      const id = outputs[i] as number;
      if (rank[id] !== itsRank) continue;
      const result = results[i] as Float64Array;
      const o = offset[id] as number;
      for (let s = 0; s < n; s++) result[from + s] = v[o + s] as number;
    }
  };

  return {
    program,
    run: (columns, count, results, rows) => {
      const fits = Math.floor(memoryLimit / (perSample + 1));
      // all samples together where some wait for a sum over them
      const piece = Math.max(1, last === 0 ? Math.min(count, pieceLength, fits) : count);
      reserve(piece);
      readParameters(v, offset[slots]);
      stages.forEach(({ runUniform, runSamples, sums, totals }, i) => {
        totals.reset();
        runUniform(v, offset, 1, count);
        for (let from = 0; from < count && i <= last; from += piece) {
          const n = Math.min(piece, count - from);
          for (let slot = 0; i === 0 && slot < slots; slot++) {
            const column = columns[slot] as ArrayLike<number>;
            const o = offset[slot] as number;
            for (let s = 0; s < n; s++) v[o + s] = column[rows ? (rows[from + s] as number) : from + s] as number;
          }
          runSamples(v, offset, n, count);
          for (let k = 0; k < sums.length; k++)
            totals.add(k, v, offset[args[argStart[sums[k] as number] as number] as number] as number, n);
          if (i === last) writeResults(results, 1, from, n);
        }
        for (let k = 0; k < sums.length; k++) v[offset[sums[k] as number] as number] = totals.total(k);
      });
      writeResults(results, 0, 0, 1);
    },
  };
}
