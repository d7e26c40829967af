import { input, type Node, parameter, randomGenerator } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, multiply } from '@chainrule/ops';
import { leanObjects } from '../contenders/leanObjects.ts';
import { Input, objects, Parameter } from '../contenders/objects.ts';
import type { ObjectNetwork } from '../contenders/recursion.ts';
import { trainPerSample } from './perSample.ts';
import type { Work } from './work.ts';

const rows = 4096;
const start = [0.3, -0.2] as const;

/** Fahrenheit in −1…1 and tens of degrees Celsius, read with an error of up to half a degree. */
function readings(): { fahrenheit: Float64Array; celsius: Float64Array } {
  const { uniform } = randomGenerator(1);
  const fahrenheit = Float64Array.from({ length: rows }, () => uniform(-1, 1));
  return { fahrenheit, celsius: fahrenheit.map((f) => ((f - 32) * 5) / 90 + uniform(-0.05, 0.05)) };
}

function loss(): Node {
  const celsius = add(multiply(parameter(start[0]), input('fahrenheit')), parameter(start[1]));
  return squaredError(celsius, input('celsius'));
}

function recursive(kind: typeof objects | typeof leanObjects): ObjectNetwork {
  const inputs = [new Input(), new Input()] as const;
  const parameters = [new Parameter(start[0]), new Parameter(start[1])] as const;
  const celsius = new kind.Add(new kind.Multiply(parameters[0], inputs[0]), parameters[1]);
  return { loss: kind.squaredError(celsius, inputs[1]), inputs, parameters };
}

export const thermometer = (): Work =>
  trainPerSample({
    name: 'F→C, 2 parameters, SGD sample by sample',
    loss,
    data: readings(),
    objects: { objects: () => recursive(objects), 'lean objects': () => recursive(leanObjects) },
    program: 'thermometer',
    rate: 0.01,
    bars: [
      { of: 'Chainrule auto', against: 'objects', times: 8 },
      { of: 'Chainrule auto', nanoseconds: 15 },
      { of: 'Chainrule auto', against: 'C', times: 0.8 },
    ],
  });
