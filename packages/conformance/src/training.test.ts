// A device that learns: the C training step against train() of this library, to the bit.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, input, inputs, type Node, parameter, parameters, randomGenerator, seed } from '@chainrule/core';
import { toCTraining } from '@chainrule/export';
import { binaryCrossEntropy, categoricalCrossEntropy, l2, squaredError } from '@chainrule/losses';
import { linear, mlp, softmax } from '@chainrule/macros';
import { add, divide, relu, sigmoid, subtract, sum } from '@chainrule/ops';
import {
  adagrad,
  adam,
  adamw,
  chain,
  clipByGlobalNorm,
  lion,
  type Optimizer,
  rmsprop,
  sgd,
  trainer,
} from '@chainrule/training';
import { afterAll, describe, expect, it } from 'vitest';
import { digits } from './data/digits.ts';
import { tool } from './tool.ts';

const root = mkdtempSync(join(tmpdir(), 'training-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { uniform } = randomGenerator(21);
const points = Array.from({ length: 300 }, () => {
  const [x, y] = [uniform(-1, 1), uniform(-1, 1)];
  return { x, y, label: y > x ** 2 ? 1 : 0 };
});
const images = digits().slice(0, 200);

interface Case {
  readonly optimizer: Optimizer;
  readonly batchSize: number;
  readonly build: () => { readonly loss: Node; readonly outputs: Node };
  readonly rows: readonly object[];
}

const moons = () => {
  seed(4);
  const [score] = mlp([input('x'), input('y')], [16, 16, 1]);
  const p = sigmoid(score as Node) as Node;
  return { loss: add(binaryCrossEntropy(p, input('label')), l2(parameters(p), 0.001)) as Node, outputs: p };
};
const handwriting = () => {
  seed(5);
  const network = softmax(
    linear(
      linear(inputs('pixel', 64), 32).map((z) => relu(z)),
      10,
    ),
  );
  return { loss: categoricalCrossEntropy(network, inputs('digit', 10)) as Node, outputs: network[3] as Node };
};
const frozen = () => {
  const fixed = parameter(0.75, { trainable: false });
  const [w, b] = [parameter(0.25), parameter(-0.125)];
  const y = add(sum([divide(input('x'), fixed), w]), b) as Node;
  return { loss: squaredError(y, input('label')) as Node, outputs: y };
};

const labelled = images.map(({ pixel, digit }) => ({
  pixel,
  digit: Array.from({ length: 10 }, (_, k) => (k === digit ? 1 : 0)),
}));
const cases: Readonly<Record<string, Case>> = {
  'moons, sgd': { optimizer: sgd(0.1), batchSize: 1, build: moons, rows: points },
  'moons, momentum, batches over a tile': {
    optimizer: sgd(0.05, { momentum: 0.9 }),
    batchSize: 100,
    build: moons,
    rows: points,
  },
  'moons, Nesterov': {
    optimizer: sgd(0.05, { momentum: 0.9, nesterov: true }),
    batchSize: 30,
    build: moons,
    rows: points,
  },
  'moons, adam': { optimizer: adam(0.01), batchSize: 32, build: moons, rows: points },
  'moons, adam with other decays': {
    optimizer: adam(0.01, { beta1: 0.8, beta2: 0.99 }),
    batchSize: 64,
    build: moons,
    rows: points,
  },
  'moons, adamw': { optimizer: adamw(0.01), batchSize: 10, build: moons, rows: points },
  'moons, rmsprop': { optimizer: rmsprop(0.01), batchSize: 10, build: moons, rows: points },
  'moons, adagrad': { optimizer: adagrad(0.1), batchSize: 10, build: moons, rows: points },
  'moons, lion': { optimizer: lion(0.001), batchSize: 10, build: moons, rows: points },
  'digits, adam': { optimizer: adam(0.005), batchSize: 32, build: handwriting, rows: labelled },
  'a parameter that is not trained': { optimizer: sgd(0.1), batchSize: 7, build: frozen, rows: points },
};

/** Rows as the header reads them: inputs in order, vectors in a row. */
const flat = (row: object, names: readonly string[]): number[] =>
  names.flatMap((name) => (row as Record<string, number | number[]>)[name] as number | number[]);

const missing = (): boolean => {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' });
    return false;
  } catch {
    return process.env['CI'] === undefined;
  }
};

describe.skipIf(missing())('toCTraining', () => {
  it.each(Object.entries(cases))(
    '%s: losses, parameters and predictions have the bits of trainer()',
    async (_, { optimizer, batchSize, build, rows }) => {
      const folder = mkdtempSync(join(root, 'case-'));
      const steps = 20;
      const { loss, outputs } = build();
      const all = [...parameters(loss)];
      writeFileSync(join(folder, 'model.h'), toCTraining(loss, { optimizer, outputs }));
      const names = 'pixel' in (rows[0] as object) ? ['pixel', 'digit'] : ['x', 'y', 'label'];
      const own = trainer(loss as never, rows as never, { optimizer, batchSize, shuffle: false });
      const losses = Array.from({ length: steps }, () => own.step());
      const used = build === frozen ? ['x', 'label'] : names;
      const wide = flat(rows[0] as object, used).length;
      writeFileSync(
        join(folder, 'rows.h'),
        `static const double rows[] = {${rows.flatMap((row) => flat(row, used)).join()}};\n`,
      );
      const main = `#include <stdio.h>
#include "model.h"
#include "rows.h"
static model_state state;
int main(void) {
  double y[MODEL_OUTPUTS];
  int at = 0;
  printf("[%.17g", model_self_test(&state));
  for (int t = 0; t < ${steps}; t++) {
    const int left = ${rows.length} - at, count = left < ${batchSize} ? left : ${batchSize};
    printf(",%.17g", model_train(&state, rows + at * ${wide}, count));
    at = at + count == ${rows.length} ? 0 : at + count;
  }
  for (int i = 0; i < MODEL_PARAMETERS; i++) printf(",%.17g", state.p[i]);
  model_predict(&state, rows, y);
  printf(",%.17g]", y[0]);
  return 0;
}
`;
      writeFileSync(join(folder, 'main.c'), main);
      await tool(
        folder,
        'gcc',
        '-std=c99',
        '-O2',
        '-march=native',
        '-Wall',
        '-Wextra',
        '-Werror',
        'main.c',
        '-o',
        'main',
        '-lm',
      );
      const [selfTest, ...told] = JSON.parse(await tool(folder, './main')) as number[];
      expect(selfTest).toBe(0);
      expect(told.slice(0, steps)).toEqual(losses);
      expect(new Set(losses).size).toBeGreaterThan(steps / 2);
      expect(told.slice(steps, -1)).toEqual(all.sort((a, b) => a.id - b.id).map(({ value }) => value));
      expect(told[told.length - 1]).toBe(evaluate(outputs, rows[0] as never));
    },
    600_000,
  );

  it('proves itself, and a corrupted digit of a parameter disproves it', async () => {
    const folder = mkdtempSync(join(root, 'case-'));
    const { loss } = moons();
    const text = toCTraining(loss, { optimizer: adam(0.01) });
    const place = text.indexOf('static const double values[] = {') + 40;
    writeFileSync(
      join(folder, 'model.h'),
      text.slice(0, place) + ((Number(text[place]) + 5) % 10) + text.slice(place + 1),
    );
    writeFileSync(
      join(folder, 'main.c'),
      '#include <stdio.h>\n#include "model.h"\nstatic model_state state;\nint main(void) { printf("%g", model_self_test(&state)); return 0; }\n',
    );
    await tool(folder, 'gcc', '-std=c99', '-O2', 'main.c', '-o', 'main', '-lm');
    expect(Number(await tool(folder, './main'))).toBeGreaterThan(0);
  });

  it('leaves the parameters as they are', () => {
    const { loss } = moons();
    const before = [...parameters(loss)].map(({ value }) => value);
    toCTraining(loss, { optimizer: adam() });
    expect([...parameters(loss)].map(({ value }) => value)).toEqual(before);
  });

  it('refuses what C cannot do, and says what to do', () => {
    const { loss } = moons();
    const schedule = sgd((step) => 0.1 / (1 + step));
    expect(() => toCTraining(loss, { optimizer: schedule })).toThrow(/sgd follows a schedule.*Give a number/s);
    const together = chain(clipByGlobalNorm(1), sgd(0.1));
    expect(() => toCTraining(loss, { optimizer: together })).toThrow(
      /looks at all parameters together|is written in JavaScript/,
    );
    expect(() => toCTraining(loss, { optimizer: sgd(), parameters: [] })).toThrow('nothing to train');
    expect(() => toCTraining(loss, { optimizer: sgd(), name: 'a b' })).toThrow('letters, digits');
    const stranger = subtract(input('x'), parameter(3, { name: 'stranger' })) as Node;
    expect(() => toCTraining(loss, { optimizer: sgd(), outputs: stranger })).toThrow('stranger');
  });
});
