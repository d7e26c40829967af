import { adaptNetwork } from '../network/adapt.ts';
import { standardized } from '../network/blocks.ts';
import { checkFit, type Shape } from '../network/fit.ts';
import { parseNetwork, printNetwork } from '../network/grammar.ts';
import type { LabState, PresetName, Source } from '../state/labState.ts';
import { presets } from '../state/presets.ts';

/** A state with other data, and what else had to change for them. */
export interface Next {
  readonly state: LabState;
  readonly changes: readonly string[];
}

/** A state with rows from elsewhere; the network is adapted if it does not fit them. */
export function withSource(from: LabState, source: Source, shape: Shape): Next {
  const { weights, ...rest } = from;
  const network = fitted(from.model.network, shape, source.kind === 'table');
  const changes: string[] = [];
  if (network !== from.model.network) changes.push(`The network is now ${network}.`);
  const isMisfit = shape.task === 'regression' && from.training.loss === 'crossEntropy';
  if (isMisfit) changes.push('The loss is now squared error, for a number is predicted.');
  return {
    state: {
      ...rest,
      data: { ...from.data, source },
      model: { ...from.model, network },
      training: isMisfit ? { ...from.training, loss: 'auto' } : from.training,
      view: { ...from.view, sample: 0, selected: undefined },
    },
    changes,
  };
}

/** The same text if it fits, else one that does. Columns of a table may be of any size: they are standardized. */
function fitted(text: string, shape: Shape, isTable: boolean): string {
  if (suits(text, shape)) return text;
  const adapted = adaptNetwork(text, shape);
  return isTable ? printNetwork(standardized(parseNetwork(adapted), true)) : adapted;
}

/** Whether a network fits, and where a number is asked for does not give a probability. */
function suits(text: string, shape: Shape): boolean {
  try {
    const network = parseNetwork(text);
    checkFit(network, shape);
    const last = network.layers.at(-1);
    const activation = last?.kind === 'linear' ? last.activation : undefined;
    return shape.task !== 'regression' || (activation !== 'sigmoid' && activation !== 'softmax');
  } catch {
    return false;
  }
}

/** The state of a preset, looked at as before. */
export function withPreset(from: LabState, name: PresetName): LabState {
  const { state } = presets[name];
  return { ...state, view: { ...from.view, sample: 0, selected: undefined } };
}

/** The data of a preset with the network and the training of another state. */
export function presetWithOwnNetwork(from: LabState, name: PresetName): LabState {
  const { data } = presets[name].state;
  return { ...withSource(from, data.source, shapeOfPreset(name)).state, data };
}

/** Whether the network and the training of a state are those that its preset came with. */
export function isUntouched({ data, model, training, weights }: LabState): boolean {
  if (data.source.kind !== 'preset' || weights !== undefined) return false;
  const own = presets[data.source.name].state;
  return own.model.network === model.network && JSON.stringify(own.training) === JSON.stringify(training);
}

/** What a network for a preset takes and gives; its own one says it. */
function shapeOfPreset(name: PresetName): Shape {
  const { inputs, layers } = parseNetwork(presets[name].state.model.network);
  const last = layers.at(-1);
  const activation = last?.kind === 'linear' ? last.activation : undefined;
  const outputs = activation === 'softmax' && last?.kind === 'linear' ? last.width : 2;
  return {
    task: activation === undefined ? 'regression' : activation === 'softmax' ? 'classes' : 'binary',
    features: Array.from({ length: inputs }, (_, i) => `x${i + 1}`),
    classes: activation === undefined ? [] : Array.from({ length: outputs }, (_, i) => String(i)),
  };
}
