import { compile, type EngineOptions, type EngineReport, machine } from '@chainrule/compiler';
import { type Data, type Node, type Program, parameters } from '@chainrule/core';
import { type Optimizer, train, trainer } from '@chainrule/training';
import type { Contender } from '../works/work.ts';

/** The engines of the table, by the names that its rows have. */
const engines = {
  'Chainrule f32': { engine: 'wasm', precision: 'f32' },
  'Chainrule f32 fast': { engine: 'wasm', precision: 'f32', fast: true },
  'Chainrule f64': { engine: 'wasm', precision: 'f64' },
  'Chainrule javascript': { engine: 'javascript' },
  'Chainrule auto': { engine: 'auto' },
  interpreter: { engine: 'interpreter' },
} as const satisfies Record<string, EngineOptions>;

export type EngineName = keyof typeof engines;

/** What the table says of an engine. Throws if another one ran than was asked for. */
function described(name: EngineName, ran: EngineReport): Pick<Contender, 'name' | 'precision' | 'note'> {
  const { engine, precision = 'f64' }: EngineOptions = engines[name];
  if (engine === 'auto') return { name, precision, note: `(${ran.name})` };
  if (engine !== ran.name) throw new Error(`ran on ${ran.name}: ${ran.reason}`);
  return { name, precision };
}

/** A model of its own with what it is trained on, in batches that come in the order of the data. */
export interface Training {
  readonly loss: Node;
  readonly data: Data;
  readonly rows: number;
  readonly batchSize: number;
  readonly optimizer: Optimizer;
}

/** `train`, as anybody calls it: it goes on for ever, and is held at the end of an epoch until more is asked for. */
export function trainContender(name: EngineName, { loss, data, rows, batchSize, optimizer }: Training): Contender {
  const grain = rows / batchSize;
  let epochs = 0;
  let goOn: (() => void) | undefined;
  let arrived = (): void => {};
  let failed = (_: unknown): void => {};
  const onEpoch = (): Promise<void> | undefined => {
    if (--epochs > 0) return undefined;
    arrived();
    return new Promise((resolve) => (goOn = resolve));
  };
  const { engine } = trainer(loss, data, { optimizer, batchSize, shuffle: false, ...engines[name] });
  const stop = new AbortController();
  const settings = { optimizer, batchSize, shuffle: false, progress: false, onEpoch, signal: stop.signal } as const;
  const start = (): void => {
    train(loss, data, { ...settings, ...engines[name], epochs: Number.MAX_SAFE_INTEGER }).catch((error) =>
      failed(error),
    );
  };
  return {
    ...described(name, engine),
    grain,
    run: (steps) => {
      epochs = steps / grain;
      return new Promise((resolve, reject) => {
        arrived = () => resolve(undefined);
        failed = reject;
        (goOn ?? start)();
      });
    },
    result: () => parameters(loss).map(({ value }) => value),
    close: () => {
      stop.abort();
      goOn?.();
    },
  };
}

/** The same a step at a time, for engines that take long for an epoch. */
export function trainerContender(name: EngineName, { loss, data, batchSize, optimizer }: Training): Contender {
  const run = trainer(loss, data, { optimizer, batchSize, shuffle: false, ...engines[name] });
  return {
    ...described(name, run.engine),
    run: (steps) => {
      for (let n = 0; n < steps; n++) run.step();
      return undefined;
    },
    result: () => run.parameters.map(({ value }) => value),
  };
}

/** A program that is run as it is, over and over: for gradients. */
export function machineContender(
  name: EngineName,
  program: Program,
  columns: readonly Float64Array[],
  count: number,
): Contender {
  const { run, engine } = machine(program, engines[name]);
  const result = new Float64Array(program.outputs.length);
  const results = Object.freeze(Array.from(result, (_, i) => result.subarray(i, i + 1)));
  return {
    ...described(name, count === 1 ? engine.single : engine.batch),
    run: (steps) => {
      for (let n = 0; n < steps; n++) run(columns, count, results);
      return undefined;
    },
    result: () => result,
  };
}

/** A function that is called with one row after the other. */
export function predictContender(name: EngineName, outputs: readonly Node[], rows: readonly object[]): Contender {
  const compiled = compile(outputs, engines[name]);
  const predict = compiled as unknown as (row: object) => readonly number[];
  let row = 0;
  let last: readonly number[] = [];
  return {
    ...described(name, compiled.engine.single),
    run: (steps) => {
      for (let n = 0; n < steps; n++) {
        last = predict(rows[row] as object);
        row = row + 1 === rows.length ? 0 : row + 1;
      }
      return undefined;
    },
    result: () => last,
  };
}
