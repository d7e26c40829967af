import type { Task } from '../data/labData.ts';
import { LabError } from '../state/labError.ts';
import type { NetworkText } from './grammar.ts';
import { parameterCount } from './parameterCount.ts';

/** What a network has to fit: what goes in, and what is to come out. */
export interface Shape {
  readonly task: Task;
  readonly features: readonly string[];
  readonly classes: readonly string[];
}

/** As many parameters as a state can hold the values of. */
const mostParameters = 200_000;

/**
 * Whether a network takes what the data has, and gives what it asks for.
 * @throws LabError saying what does not fit, and what would.
 */
export function checkFit(network: NetworkText, { task, features, classes }: Shape): void {
  const { inputs, layers } = network;
  if (inputs !== features.length)
    throw new LabError(
      'network',
      `The network has ${inputs} inputs, the data has ${features.length}: ${features.slice(0, 6).join(', ')}${features.length > 6 ? ', …' : ''}. Write ${features.length} > …`,
    );
  const last = layers.at(-1);
  if (last?.kind !== 'linear') throw new LabError('network', 'The last layer must be linear.');
  const { width, activations, wanted } = ends(task, classes.length);
  if (last.width !== width) throw new LabError('network', `The last layer has ${last.width} outputs, but ${wanted}.`);
  if (activations !== undefined && !activations.includes(last.activation ?? ''))
    throw new LabError(
      'network',
      `The last layer gives no probabilities (${last.activation ?? 'no activation'}), but ${wanted}.`,
    );
  const count = parameterCount(network);
  if (count > mostParameters)
    throw new LabError(
      'network',
      `The network has ${count} parameters, the Lab takes ${mostParameters}. Make a layer narrower.`,
    );
}

/** What the last layer has to be; for classes it gives probabilities. */
function ends(task: Task, classes: number): { width: number; activations?: readonly string[]; wanted: string } {
  if (task === 'regression') return { width: 1, wanted: 'the data has one number to predict: end in "linear 1"' };
  if (task === 'binary')
    return { width: 1, activations: ['sigmoid'], wanted: 'the data has two classes: end in "linear 1 sigmoid"' };
  return {
    width: classes,
    activations: ['softmax', 'sigmoid'],
    wanted: `the data has ${classes} classes: end in "linear ${classes} softmax"`,
  };
}
