import {
  gradient,
  input,
  inputs,
  lower,
  meanBatch,
  type Node,
  type Parameter,
  type Program,
  parameter,
  parameters,
  seed,
} from '@chainrule/core';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  categoricalCrossEntropy,
  categoricalCrossEntropyWithLogits,
  l2,
  squaredError,
} from '@chainrule/losses';
import { linear, mlp, softmax } from '@chainrule/macros';
import {
  add,
  cos,
  divide,
  dot,
  mean,
  multiply,
  relu,
  sigmoid,
  sin,
  sqrt,
  square,
  subtract,
  sum,
  tanh,
} from '@chainrule/ops';

/** A model of the corpus. */
export interface Model {
  readonly outputs: readonly Node[];
  readonly loss: Node;
  /** How far numbers of 32 bits may be from those of 64: |difference| ≤ tolerance · max(1, |exact|). */
  readonly tolerance: number;
}

const drawn = (count: number): Parameter[] => Array.from({ length: count }, () => parameter());

const errors = (outputs: readonly Node[], targets: readonly Node[]): Node =>
  mean(outputs.map((output, i) => squaredError(output, targets[i] as Node)));

function regression(widths: readonly [number, ...number[]], activation: (x: Node) => Node): Model {
  const [width, ...units] = widths;
  const outputs: readonly Node[] = mlp(inputs('x', width), units, { activation });
  return { outputs, loss: errors(outputs, inputs('y', outputs.length)), tolerance: 2e-5 };
}

/** A correlation along a line: `filters` kernels over windows of three positions of every channel, with one bias each. */
function convolution(channels: readonly (readonly Node[])[], filters: number): Node[][] {
  return Array.from({ length: filters }, () => {
    const weights = channels.map(() => drawn(3));
    const bias = parameter();
    const positions = (channels[0] as readonly Node[]).length - 2;
    return Array.from({ length: positions }, (_, at) => {
      const terms = channels.flatMap((channel, c) =>
        (weights[c] as Parameter[]).map((weight, k) => multiply(weight, channel[at + k] as Node)),
      );
      return tanh(sum([...terms, bias]));
    });
  });
}

/** One kernel of three by three with a bias over a square image. */
function imageFilter(pixels: readonly Node[], width: number): Node[] {
  const kernel = drawn(9);
  const bias = parameter();
  const places = Array.from({ length: (width - 2) ** 2 }, (_, i) => [Math.floor(i / (width - 2)), i % (width - 2)]);
  return places.map(([row = 0, column = 0]) => {
    const window = kernel.map((weight, k) =>
      multiply(weight, pixels[(row + Math.floor(k / 3)) * width + column + (k % 3)] as Node),
    );
    return relu(add(...window, bias));
  });
}

const project = (matrix: readonly (readonly Node[])[], vector: readonly Node[]): Node[] =>
  matrix.map((row) => dot(row, vector));

/** The models that every engine runs: each call builds one anew, with the same numbers on every machine. */
export const corpus: Readonly<Record<string, () => Model>> = {
  'Fahrenheit to Celsius': () => {
    const celsius = add(multiply(parameter(0.5), input('fahrenheit')), parameter(-0.25));
    return { outputs: [celsius], loss: squaredError(celsius, input('celsius')), tolerance: 2e-6 };
  },
  'a classifier of five parameters': () => {
    const [a, b, c, d, e] = drawn(5) as [Node, Node, Node, Node, Node];
    const hidden = sigmoid(add(multiply(a, input('x')), multiply(b, input('y')), c));
    const p = sigmoid(add(multiply(d, hidden), e));
    return { outputs: [p, hidden], loss: binaryCrossEntropy(p, input('label')), tolerance: 1e-5 };
  },
  '3-7-5-2 tanh': () => regression([3, 7, 5, 2], tanh),
  '2-16-16-1 sigmoid': () => regression([2, 16, 16, 1], sigmoid),
  '5-9-3 relu': () => regression([5, 9, 3], relu),
  '64-32-10 relu, softmax cross-entropy': () => {
    const logits: readonly Node[] = mlp(inputs('x', 64), [32, 10]);
    return {
      outputs: logits,
      loss: categoricalCrossEntropyWithLogits(logits, inputs('label', 10)),
      tolerance: 1e-4,
    };
  },
  'softmax over records': () => {
    const { cat, dog, bird } = softmax(linear(inputs('x', 4), ['cat', 'dog', 'bird']));
    const outputs = [cat, dog, bird];
    return { outputs, loss: categoricalCrossEntropy(outputs, inputs('label', 3)), tolerance: 2e-5 };
  },
  'a convolution along a line': () => {
    const signal = inputs('x', 24);
    const features = convolution(convolution([signal.slice(0, 12), signal.slice(12)], 3), 2);
    const [output] = linear(features.flat(), 1);
    return { outputs: [output, ...features.flat()], loss: squaredError(output, input('y')), tolerance: 5e-5 };
  },
  'a convolution over an image': () => {
    const pixels = inputs('pixel', 25);
    const [logit] = linear([...imageFilter(pixels, 5), ...imageFilter(pixels, 5)], 1);
    return { outputs: [logit], loss: binaryCrossEntropyWithLogits(logit, input('label')), tolerance: 5e-5 };
  },
  'a recurrent cell, 8 steps': () => {
    const xs = inputs('x', 16);
    const cell = Array.from({ length: 3 }, () => drawn(6));
    let state: Node[] = [0, 0, 0].map((start) => add(start, multiply(0.1, parameter())));
    for (let t = 0; t < 8; t++) {
      const [a, b] = xs.slice(2 * t, 2 * t + 2) as [Node, Node];
      state = cell.map(([w, u, bias, ...back]) =>
        tanh(add(multiply(w as Node, a), multiply(u as Node, b), bias as Node, dot(back, state))),
      );
    }
    const [y] = linear(state, 1);
    return { outputs: [y, ...state], loss: squaredError(y, input('y')), tolerance: 5e-5 };
  },
  'attention over four positions': () => {
    const positions = Array.from({ length: 4 }, (_, i) => inputs(`x${i}`, 3));
    const [query, key, value] = [0, 1, 2].map(() => [drawn(3), drawn(3), drawn(3)]) as [Node[][], Node[][], Node[][]];
    const keys = positions.map((x) => project(key, x));
    const values = positions.map((x) => project(value, x));
    const outputs = positions.flatMap((x) => {
      const q = project(query, x);
      const weights: readonly Node[] = softmax(keys.map((k) => divide(dot(q, k), 1.75)));
      return [0, 1, 2].map((d) =>
        dot(
          weights,
          values.map((v) => v[d] as Node),
        ),
      );
    });
    return { outputs, loss: errors(outputs, inputs('y', 12)), tolerance: 5e-5 };
  },
  'a robot arm of six joints': () => {
    const turns = inputs('angle', 6);
    const [lengths, offsets] = [drawn(6), drawn(6)];
    let angle: Node = parameter(0.25);
    const [xs, ys]: [Node[], Node[]] = [[], []];
    for (const [k, turn] of turns.entries()) {
      angle = add(angle, turn, offsets[k] as Node);
      xs.push(multiply(lengths[k] as Node, cos(angle)));
      ys.push(multiply(lengths[k] as Node, sin(angle)));
    }
    const hand = [sum(xs), sum(ys), angle];
    const miss = add(squaredError(hand[0] as Node, input('x')), squaredError(hand[1] as Node, input('y')));
    return { outputs: hand, loss: miss, tolerance: 2e-5 };
  },
  'Rosenbrock of 100 variables': () => {
    const xs = drawn(100);
    const terms = xs.slice(1).map((next, i) => {
      const x = xs[i] as Node;
      return add(multiply(100, square(subtract(next, square(x)))), square(subtract(1, x)));
    });
    const loss = sum(terms);
    return { outputs: [loss, terms[0] as Node], loss, tolerance: 2e-4 };
  },
  'weight decay': () => {
    const { outputs, loss, tolerance } = regression([2, 6, 1], tanh);
    return { outputs, loss: add(loss, l2(parameters(loss), 0.01)), tolerance };
  },
  'statistics of the batch': () => {
    const normalized = [input('x'), input('y')].map((x) => {
      const centred = subtract(x, meanBatch(x));
      return divide(centred, sqrt(add(meanBatch(square(centred)), 0.001)));
    });
    const [output] = linear(linear(normalized, 5).map(tanh), 1);
    return { outputs: [output, ...normalized], loss: squaredError(output, input('target')), tolerance: 1e-4 };
  },
};

/** What is made of a model: its outputs, or the loss of a batch with all its derivatives. */
export const forms = ['values', 'training'] as const;

/** A model of the corpus as a program. */
export function programOf(name: string, form: (typeof forms)[number], simplify = true): Program {
  seed(7);
  const { outputs, loss } = (corpus[name] as () => Model)();
  if (form === 'values') return lower(outputs, { simplify });
  return lower(trainingOutputs(loss), { simplify });
}

/** The loss of a batch, and its derivative for each of its parameters. */
export function trainingOutputs(loss: Node): Node[] {
  const batchLoss = meanBatch(loss);
  return [batchLoss, ...gradient<Node[], Node>(batchLoss, [...parameters(loss)])];
}
