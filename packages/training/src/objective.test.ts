import { input, inputs, type Node, parameters, seed } from '@chainrule/core';
import { binaryCrossEntropy, categoricalCrossEntropy, l2, squaredError } from '@chainrule/losses';
import { linear, mlp, softmax } from '@chainrule/macros';
import { add, exp, relu, sigmoid } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { compiledLoop } from './compiledLoop.ts';
import { adam, sgd, train } from './index.ts';
import { type Goal, goalOf } from './objective.ts';
import { startPlace } from './place.ts';

const xs = inputs('x', 6);

const networks: Readonly<Record<string, () => Node>> = {
  'a tanh network': () => squaredError(mlp(xs, [8, 7, 1])[0] as Node, input('label')),
  'a relu classifier': () => {
    const [logit] = mlp(xs, [9, 5, 1], { activation: relu }) as [Node];
    return binaryCrossEntropy(sigmoid(logit), input('label'));
  },
  'a softmax classifier with weight decay': () => {
    const classes: readonly Node[] = softmax(mlp(xs, [8, 3]));
    const loss = categoricalCrossEntropy(classes, inputs('kind', 3));
    return add(loss, l2(parameters(loss), 1e-3));
  },
  'a single layer': () => categoricalCrossEntropy(softmax(linear(xs, 4)), inputs('kind', 4)),
};

const data = Array.from({ length: 37 }, (_, r) => ({
  x: Array.from({ length: 6 }, (_, k) => Math.sin(3 * r + 5 * k * k)),
  label: r % 2,
  kind: [1, 0, 0, 0],
}));
const rowsFor = (loss: Node): typeof data => {
  const width = goalOf(loss).fields.find(({ name }) => name === 'kind')?.size ?? 4;
  return data.map(({ x, label, kind }) => ({ x, label, kind: kind.slice(0, width) }));
};

test.each(Object.entries(networks))('training %s is compiled without its scalar program', (_, build) => {
  const goal = goalOf(build());
  expect(goal.blocks).toBeDefined();
  const alone: Goal = {
    ...goal,
    get program(): never {
      throw new Error('the scalar program was asked for');
    },
  };
  const place = startPlace(goal.parameters.length, [], false, { epoch: 0, position: 0, generator: [1, 2, 3, 4] });
  const slots = goal.fields.reduce((sum, { size }) => sum + (size ?? 1), 0);
  const columns = Array.from({ length: slots }, () => new Float64Array(8));
  expect(compiledLoop(alone, sgd(0.1), place, { columns, batchSize: 4 }, undefined, {})?.engine.name).toBe('wasm');
});

test.each(Object.entries(networks))('training %s has the same bits as on the interpreter', async (_, build) => {
  for (const batchSize of [3, 37]) {
    const [expected, found] = await Promise.all(
      (['interpreter', 'wasm'] as const).map(async (engine) => {
        seed(5);
        const loss = build();
        const chosen = parameters(loss).filter((_, k) => batchSize < 37 || k > 20);
        const options = { optimizer: adam(0.01), engine, epochs: 3, batchSize, seed: 1 };
        const history = await train(loss, rowsFor(loss), batchSize < 37 ? options : { ...options, parameters: chosen });
        return [history.loss, parameters(loss).map(({ value }) => value)];
      }),
    );
    expect(found).toEqual(expected);
  }
});

test('a goal without a layer that stands for its scalars has no blocks', () => {
  expect(goalOf(squaredError(linear(xs, 1)[0] as Node, input('label'))).blocks).toBeUndefined();
});

test('a goal with such a layer has blocks, with all of its parameters', () => {
  const hidden = linear(xs, 5).map((z) => exp(z) as Node);
  const output = linear(hidden, 1)[0] as Node;
  expect(goalOf(squaredError(output, input('label'))).blocks?.program.parameters.length).toBe(41);
});
