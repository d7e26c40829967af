import { type BlockProgram, fixedGroups, type Group } from '@chainrule/blocks';
import { type Parameter, tileLength } from '@chainrule/core';
import type { Stretch, TrainingLoop, UpdateRule } from '../trainingLoop.ts';
import { emitBatchLoader } from './batchLoader.ts';
import { fromHost } from './elementary/hostFunction.ts';
import { helpers } from './elementary/index.ts';
import { ModuleWriter, type as valueType } from './encoder.ts';
import { header } from './frame.ts';
import { instantiate } from './instance.ts';
import { Allocator, placeGroup, type Rows } from './layout.ts';
import type { Tables } from './loop.ts';
import { emitPhases, type Settings } from './phases.ts';
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
  /** The parameters of the objective that are trained, in the order of the gradient. */
  readonly trained: Int32Array;
}

/** Compiles a training run: loading a batch, loss, gradient and update of many steps in one function. */
export function wasmLoop({ objective, update, rule, columns, trained }: Task, settings: Settings): TrainingLoop {
  const { precision } = settings;
  const bytes = precision === 'f64' ? 8 : 4;
  const lanes = 16 / bytes;
  const all = objective.program.parameters;
  const count = trained.length;
  const areAll = count === all.length && trained.every((slot, k) => slot === k);
  const slots = lanes * Math.ceil(objective.program.slots / lanes);
  const samples = columns[0]?.length ?? 1;

  const allocator = new Allocator(2 * header.size);
  const order = allocator.reserve(4 * Math.max(samples, mostSteps));
  const losses = allocator.reserve(bytes * mostSteps);
  const scalarCount = rule.program.parameters.length;
  const scalarTable = allocator.reserve(bytes * mostSteps * scalarCount);
  const data = { address: allocator.reserve(bytes * slots * samples), rowBytes: bytes * slots };

  // gradient, parameters and memory are rows of one matrix, which is what the rule reads and writes
  const perParameter = tileLength * Math.ceil(count / tileLength);
  const rowBytes = perParameter * bytes;
  const gradient = allocator.reserve(64 + (2 + rule.memory) * rowBytes) + 64;
  const state = gradient + rowBytes;
  const parameters = areAll ? state : allocator.reserve(bytes * all.length);
  const placed = (group: Group, i: number): Rows => {
    if (i === fixedGroups.parameters) return { rank: 0, count: group.rows, address: parameters, rowBytes: bytes };
    if (i === fixedGroups.batchOutputs)
      return { rank: 0, count: group.rows, address: gradient - bytes, rowBytes: bytes };
    if (i === fixedGroups.inputs) return placeGroup({ ...group, rows: slots }, tileLength, bytes, allocator);
    return placeGroup(group, tileLength, bytes, allocator);
  };
  const places = objective.groups.map(placed);
  const updatePlaces = update.groups.map((group, i): Rows => {
    if (i === fixedGroups.inputs) return { rank: 1, count: group.rows, address: gradient, rowBytes };
    if (i === fixedGroups.sampleOutputs) return { rank: 1, count: group.rows, address: state, rowBytes };
    return placeGroup(group, perParameter, bytes, allocator);
  });

  const module = new ModuleWriter(fromHost([...objective.program.primitives, ...update.program.primitives]));
  const functions = helpers(module, (values) => allocator.table(values));
  const tables: Tables = (...table) => allocator.table(...table);
  const rows = (group: number): Rows => places[group] as Rows;
  const updateRows = (group: number): Rows => updatePlaces[group] as Rows;
  const load = module.function([valueType.i32, valueType.i32], [], (f) =>
    emitBatchLoader(f, precision, data, rows(fixedGroups.inputs)),
  );
  const last = update.phases.findLast(({ rank }) => rank === 1);
  const plan = {
    precision,
    objective: emitPhases(module, objective, settings, { header: 0, rows, tables }, functions),
    loss: rows(fixedGroups.batchOutputs).address,
    load,
    order,
    update: emitPhases(module, update, settings, { header: header.size, rows: updateRows, tables }, functions, last),
    header: header.size,
    count,
    scalars: updateRows(fixedGroups.parameters).address,
    check: updateRows(fixedGroups.batchOutputs).address,
    spread: areAll ? undefined : { from: state, to: parameters, table: tables(trained, bytes) },
    scalarTable,
    scalarBytes: scalarCount * bytes,
    losses,
  };
  const three = [valueType.i32, valueType.i32, valueType.i32];
  module.export(
    'steps',
    module.function(three, [valueType.i32], (f) => emitStepLoop(f, plan)),
  );
  const { call, buffer } = instantiate(module, allocator);

  const numbers = bytes === 8 ? new Float64Array(buffer) : new Float32Array(buffer);
  const words = new Int32Array(buffer);
  columns.forEach((column, slot) => {
    for (let s = 0; s < samples; s++) numbers[data.address / bytes + s * slots + slot] = column[s] as number;
  });
  numbers.fill(count, (header.size + header.count) / bytes, (header.size + header.count) / bytes + lanes);
  const view = (address: number, length: number): Float64Array | Float32Array =>
    numbers.subarray(address / bytes, address / bytes + length);
  const kept = view(state, (1 + rule.memory) * perParameter);
  const lists = Array.from({ length: 1 + rule.memory }, (_, i) =>
    kept.subarray(i * perParameter, i * perParameter + count),
  );
  const before = kept.slice();
  const lossList = view(losses, mostSteps);
  const scalarList = view(scalarTable, mostSteps * scalarCount);
  const scalars = new Float64Array(scalarCount);

  const spread = (): void => {
    if (areAll) return;
    for (let k = 0; k < all.length; k++) numbers[parameters / bytes + k] = (all[k] as Parameter).value;
    for (let k = 0; k < count; k++) numbers[parameters / bytes + (trained[k] as number)] = kept[k] as number;
  };
  const steps = (
    { order: rowsOfEpoch, batchSize: size, step }: Stretch,
    position: number,
    first: number,
    most: number,
  ): number => {
    const stop = Math.min(rowsOfEpoch.length, position + most * size);
    for (let i = position; i < stop; i++) words[order / 4 + i - position] = rowsOfEpoch[i] as number;
    spread();
    for (let i = 0; i < most && scalarCount > 0; i++) {
      rule.scalars(step + first + i, scalars);
      scalarList.set(scalars, i * scalarCount);
    }
    return (call.steps as (...args: number[]) => number)(stop - position, size, most);
  };

  // where `before` was taken: the steps since then are made again if one fails
  let saved = { step: Number.NEGATIVE_INFINITY, position: 0 };
  return {
    write: (values, memory) => {
      saved.step = Number.NEGATIVE_INFINITY;
      [values, ...memory].forEach((list, i) => lists[i]?.set(list));
    },
    read: (values, memory) =>
      [values, ...memory].forEach((list, i) => list.set(lists[i] as Float64Array | Float32Array)),
    run: (stretch) => {
      let done = 0;
      while (done < stretch.steps) {
        const position = stretch.position + done * stretch.batchSize;
        const most = Math.min(mostSteps, stretch.steps - done);
        const step = stretch.step + done;
        const since = step - saved.step;
        const goesOn = areAll && since < mostSteps && position > saved.position;
        if (!goesOn || position !== saved.position + since * stretch.batchSize) {
          before.set(kept);
          saved = { step, position };
        }
        const made = steps(stretch, position, done, most);
        for (let i = 0; i < made; i++) {
          const loss = lossList[i] as number;
          const samples = Math.min(stretch.batchSize, stretch.order.length - position - i * stretch.batchSize);
          stretch.losses[done + i] = loss;
          stretch.total[0] = (stretch.total[0] as number) + loss * samples;
        }
        if (made < most) {
          kept.set(before);
          const first = saved.step - stretch.step;
          const end = done + made;
          for (let at = first; at < end; at += mostSteps)
            steps(stretch, position - (done - at) * stretch.batchSize, at, Math.min(mostSteps, end - at));
        }
        done += made;
        if (made < most) break;
      }
      return done;
    },
  };
}
