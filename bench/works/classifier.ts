import { input, type Node, type Parameter as ParameterNode, parameter, randomGenerator } from '@chainrule/core';
import { binaryCrossEntropy } from '@chainrule/losses';
import { add, multiply, sigmoid } from '@chainrule/ops';
import { leanObjects } from '../contenders/leanObjects.ts';
import { Input, objects, Parameter } from '../contenders/objects.ts';
import type { ObjectNetwork } from '../contenders/recursion.ts';
import { trainPerSample } from './perSample.ts';
import type { Work } from './work.ts';

const rows = 4096;
const start = [0.5, -0.3, 0.1, 0.7, -0.2] as const;

/** Points of −1…1 squared and whether y > x; one label in twenty is wrong, so that there is always something to learn. */
function points(): { x: Float64Array; y: Float64Array; label: Float64Array } {
  const { uniform } = randomGenerator(2);
  const x = Float64Array.from({ length: rows }, () => uniform(-1, 1));
  const y = x.map(() => uniform(-1, 1));
  const label = x.map((value, r) => Number((y[r] as number) > value !== uniform(0, 1) < 0.05));
  return { x, y, label };
}

function loss(): Node {
  const [a, b, c, v, d] = start.map((value) => parameter(value)) as [
    ParameterNode,
    ParameterNode,
    ParameterNode,
    ParameterNode,
    ParameterNode,
  ];
  const hidden = sigmoid(add(multiply(a, input('x')), multiply(b, input('y')), c));
  return binaryCrossEntropy(sigmoid(add(multiply(v, hidden), d)), input('label'));
}

function recursive(kind: typeof objects | typeof leanObjects): ObjectNetwork {
  const [x, y, label] = [new Input(), new Input(), new Input()];
  const parameter = (i: number) => new Parameter(start[i] as number);
  const [a, b, c, v, d] = [parameter(0), parameter(1), parameter(2), parameter(3), parameter(4)];
  const hidden = new kind.Sigmoid(new kind.Add(new kind.Add(new kind.Multiply(a, x), new kind.Multiply(b, y)), c));
  const above = new kind.Sigmoid(new kind.Add(new kind.Multiply(v, hidden), d));
  return { loss: kind.crossEntropy(above, label), inputs: [x, y, label], parameters: [a, b, c, v, d] };
}

export const classifier = (): Work =>
  trainPerSample({
    name: 'y > x, 5 parameters, SGD sample by sample',
    loss,
    data: points(),
    objects: { objects: () => recursive(objects), 'lean objects': () => recursive(leanObjects) },
    program: 'classifier',
    rate: 0.2,
    bars: [{ of: 'Chainrule auto', against: 'objects', times: 8 }],
  });
