import type { Parameter } from '@chainrule/core';
import type { Table } from '../data/labData.ts';
import { load } from '../data/load.ts';
import type { Split } from '../data/split.ts';
import { buildModel, type Model } from '../network/model.ts';
import type { LabState } from '../state/labState.ts';
import { fetchedOnce } from '../worker/fetchedOnce.ts';
import { interpreted } from './interpreted.ts';
import type { Runner } from './runner.ts';

/** A state that is being worked with: its data, its network, and the run over them. */
export interface Session {
  readonly state: LabState;
  readonly data: Split;
  readonly model: Model;
  /** The run; what trains is fetched when it is first asked for. */
  runner(): Promise<Runner>;
  /** The run, if it has been asked for. */
  readonly started: Runner | undefined;
  /** What the network says of rows: a column for each output. */
  predict(table: Table): readonly Float64Array[];
  /** The values of the parameters, in order of creation. */
  weights(): number[];
  /** Writes a parameter; the run goes on from there. */
  setWeight(index: number, value: number): void;
}

const runners = fetchedOnce(() => import('./runner.ts'));

/**
 * Opens a state.
 * @throws LabError if its data or its network cannot be used.
 */
export async function openSession(state: LabState): Promise<Session> {
  const data = await load(state.data);
  const model = buildModel(state, data);
  let predictor: ReturnType<typeof interpreted> | undefined;
  let started: Runner | undefined;
  return {
    state,
    data,
    model,
    runner: async () => {
      started ??= (await runners()).runner(state.training, model, data);
      return started;
    },
    get started() {
      return started;
    },
    predict: (table) => {
      if (started !== undefined) return started.predict(table);
      predictor ??= interpreted(model.outputs, data);
      return predictor(table);
    },
    weights: () => model.parameters.map(({ value }) => value),
    setWeight: (index, value) => {
      (model.parameters[index] as Parameter).value = value;
      started?.takeOver();
    },
  };
}
