import { type BlockProgram, fixedGroups } from '@chainrule/blocks';
import { parameterReader, tileLength } from '@chainrule/core';
import { exchange } from '../exchange.ts';
import type { Stretch, TrainingLoop, UpdateRule } from '../trainingLoop.ts';
import { assemblyOf } from './assembly.ts';
import { emitBatchLoader } from './batchLoader.ts';
import { type } from './encoder.ts';
import type { Rows } from './frame.ts';
import { type Instance, instantiate } from './instance.ts';
import { range } from './loop.ts';
import type { Settings } from './phases.ts';
import { emitStepLoop } from './stepLoop.ts';

/** Steps that go through in one call. */
const mostSteps = 256;

/** What is trained: a program whose outputs are the loss and its gradient, and the rule with a check among its outputs. */
export interface Task {
  readonly objective: BlockProgram;
  /**
   * The outputs of rank 1 are the new parameters and memory; that of rank 0 is a sum of magnitudes that must stay finite.
   */
  readonly update: BlockProgram;
  readonly rule: UpdateRule;
  readonly columns: readonly Float64Array[];
  /** The parameters of the objective that are trained, in the order of the gradient. Default: all. */
  readonly trained: Int32Array | undefined;
}

/** Compiles a training run: loading a batch, loss, gradient and update of many steps in one function. */
export function wasmLoop({ objective, update, rule, columns, trained }: Task, settings: Settings): TrainingLoop {
  // denormal numbers, which take processors long, are no more than what f32 rounds away elsewhere
  const least = settings.precision === 'f32' ? 2 ** -126 : 0;
  const assembly = assemblyOf({ ...settings, least }, [...objective.program.primitives, ...update.program.primitives]);
  const { bytes, lanes, module } = assembly;
  const all = objective.program.parameters;
  const { length: count } = trained ?? all;
  const slots = lanes * Math.ceil(objective.program.slots / lanes);
  const samples = columns[0]?.length ?? 1;

  const sizes = [assembly.reserve(16), assembly.reserve(16)] as const; // of the batch, and of the update
  const order = assembly.reserve(4 * Math.max(samples, mostSteps));
  const losses = assembly.reserve(bytes * mostSteps);
  const scalarCount = rule.program.parameters.length;
  const scalarTable = assembly.reserve(bytes * mostSteps * scalarCount);
  const data = { address: assembly.reserve(bytes * slots * samples), rowBytes: bytes * slots };

  // gradient, parameters and memory are rows of one matrix, which is what the rule reads and writes
  const perParameter = tileLength * Math.ceil(count / tileLength);
  const rowBytes = perParameter * bytes;
  const gradient = assembly.reserve(64 + (2 + rule.memory) * rowBytes) + 64;
  const state = gradient + rowBytes;
  const parameters = trained ? assembly.reserve(bytes * all.length) : state;
  const places = objective.groups.map((group, i): Rows => {
    if (i === fixedGroups.parameters) return { rank: 0, offset: parameters, rowBytes: bytes };
    if (i === fixedGroups.batchOutputs) return { rank: 0, offset: gradient - bytes, rowBytes: bytes };
    return assembly.place(i === fixedGroups.inputs ? { rank: 1, rows: slots } : group, tileLength);
  });
  const updatePlaces = update.groups.map((group, i): Rows => {
    if (i === fixedGroups.inputs) return { rank: 1, offset: gradient, rowBytes };
    if (i === fixedGroups.sampleOutputs) return { rank: 1, offset: state, rowBytes };
    return assembly.place(group, perParameter);
  });

  const last = update.phases.findLastIndex(({ rank }) => rank === 1);
  const addressOf = (its: readonly Rows[], group: number): number => (its[group] as Rows).offset;
  const { i32 } = type;
  const plan = {
    precision: settings.precision,
    objective: assembly.phases(objective, places, sizes[0]),
    size: sizes[0],
    loss: addressOf(places, fixedGroups.batchOutputs),
    load: module.function([i32, i32], [], (f) =>
      emitBatchLoader(f, settings.precision, data, places[fixedGroups.inputs] as Rows),
    ),
    order,
    update: assembly.phases(update, updatePlaces, sizes[1], last),
    last,
    count,
    scalars: addressOf(updatePlaces, fixedGroups.parameters),
    check: addressOf(updatePlaces, fixedGroups.batchOutputs),
    spread: trained && { from: state, to: parameters, table: assembly.table(trained, bytes) },
    scalarTable,
    scalarBytes: scalarCount * bytes,
    losses,
  };
  module.export(
    'steps',
    module.function([i32, i32, i32], [i32], (f) => emitStepLoop(f, plan)),
  );
  const { call, numbers, words } = instantiate(assembly);

  for (let slot = 0; slot < columns.length; slot++) {
    const column = columns[slot] as Float64Array;
    for (let s = 0, at = data.address / bytes + slot; s < samples; s++, at += slots) numbers[at] = column[s] as number;
  }
  const view = (address: number, length: number): Float64Array | Float32Array =>
    numbers.subarray(address / bytes, address / bytes + length);
  view(sizes[1], lanes).fill(count);
  const kept = view(state, (1 + rule.memory) * perParameter);
  const its = exchange(range(1 + rule.memory).map((i) => view(state + i * rowBytes, count)));
  const before = kept.slice();
  const lossList = view(losses, mostSteps);
  const scalarList = view(scalarTable, mostSteps * scalarCount);
  const scalars = new Float64Array(scalarCount);
  const readParameters = parameterReader(all);

  /** Makes steps `first` to `first + most` of a stretch; gives how many were made. */
  const steps = ({ order: rows, batchSize, position, step }: Stretch, first: number, most: number): number => {
    const from = position + first * batchSize;
    const left = Math.min(rows.length - from, most * batchSize);
    for (let i = 0; i < left && slots > 0; i++) words[order / 4 + i] = rows[from + i] as number;
    if (trained) {
      readParameters(numbers, parameters / bytes);
      for (let k = 0; k < count; k++) numbers[parameters / bytes + (trained[k] as number)] = kept[k] as number;
    }
    for (let i = 0; i < most && scalarCount > 0; i++) {
      rule.scalars(step + first + i, scalars);
      scalarList.set(scalars, i * scalarCount);
    }
    return (call.steps as Instance['call'][string])(left, batchSize, most);
  };

  // where `before` was taken: the steps since then are made again if one fails
  let saved = { step: -Infinity, position: 0 };
  return {
    ...its,
    write: (...given) => {
      saved.step = -Infinity;
      its.write(...given);
    },
    run: (stretch) => {
      const { batchSize, total } = stretch;
      let done = 0;
      for (let made = 0, most = 0; made === most && done < stretch.steps; done += made) {
        const position = stretch.position + done * batchSize;
        const step = stretch.step + done;
        const since = step - saved.step;
        const goesOn = !trained && since > 0 && since < mostSteps && position === saved.position + since * batchSize;
        if (!goesOn) {
          before.set(kept);
          saved = { step, position };
        }
        most = Math.min(mostSteps, stretch.steps - done);
        made = steps(stretch, done, most);
        for (let i = 0; i < made; i++) {
          const loss = lossList[i] as number;
          stretch.losses[done + i] = loss;
          total[0]! += loss * Math.min(batchSize, stretch.order.length - position - i * batchSize);
        }
        if (made === most) continue;
        kept.set(before);
        const end = done + made;
        for (let at = saved.step - stretch.step; at < end; at += mostSteps)
          steps(stretch, at, Math.min(mostSteps, end - at));
      }
      return done;
    },
  };
}
