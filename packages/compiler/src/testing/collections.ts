// Prints "begin" and "end" around 100,000 calls that must not allocate anything of the size of a batch. Under --trace-gc Node prints
// a line for each collection of garbage between them. With --litter each call leaves a list of 64 numbers behind, too.
import { input, parameter } from '@chainrule/core';
import { multiply, tanh } from '@chainrule/ops';
import { compile } from '../compile.ts';
import { compileTraining } from '../compileTraining.ts';
import type { EngineOptions } from '../engineOptions.ts';
import { adam } from './rules.ts';
import { taskOf } from './trainingRun.ts';

const calls = 100_000;
const isLittering = process.argv.includes('--litter');
const litter: number[][] = [];

/** Warms up, then calls again between the two lines. */
function watch(name: string, call: () => void): void {
  for (let i = 0; i < calls; i++) call();
  console.log(`begin ${name}`);
  for (let i = 0; i < calls; i++) {
    call();
    if (isLittering) litter[i % 8] = new Array(64).fill(i);
  }
  console.log(`end ${name}`);
}

const engines: Readonly<Record<string, EngineOptions>> = {
  interpreter: { engine: 'interpreter' },
  javascript: { engine: 'javascript' },
  wasm: { engine: 'wasm' },
  'wasm f32': { engine: 'wasm', precision: 'f32' },
};

for (const [name, options] of Object.entries(engines)) {
  const weight = parameter(0.5);
  const predict = compile([multiply(weight, tanh(input('x')))], options);
  const columns = { x: new Float64Array(64).fill(0.5) };
  const into = predict.batch(columns);
  watch(`batch ${name}`, () => {
    weight.value = 0.25;
    predict.batch(columns, into);
  });
}

const tasks: Readonly<Record<string, readonly [model: string, batchSize: number]>> = {
  javascript: ['Fahrenheit to Celsius', 1],
  wasm: ['3-7-5-2 tanh', 8],
  'wasm f32': ['3-7-5-2 tanh', 8],
};
for (const [name, [model, batchSize]] of Object.entries(tasks)) {
  const task = taskOf(model, adam(0.01), 32, batchSize);
  const loop = compileTraining(task, engines[name]);
  if (loop === undefined) throw new Error(`${name} has no loop for ${model}`);
  const { parameters } = task.program;
  const values = Float64Array.from(parameters, ({ value }) => value);
  loop.write(
    values,
    Array.from({ length: task.rule.memory }, () => new Float64Array(values.length)),
  );
  const order = Int32Array.from({ length: 32 }, (_, i) => i);
  const [losses, total] = [new Float64Array(2), new Float64Array(1)];
  const stretch = { order, position: 0, batchSize, steps: 2, step: 0, losses, total };
  watch(`training ${name}`, () => loop.run(stretch));
}
