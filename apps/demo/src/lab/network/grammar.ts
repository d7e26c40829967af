import { LabError } from '../state/labError.ts';
import { type ActivationName, activationNames } from './activationNames.ts';

/** One part of a network text. */
export type LayerText =
  | { readonly kind: 'standardize' }
  | { readonly kind: 'linear'; readonly width: number; readonly activation: ActivationName | undefined };

/** What a network text says. */
export interface NetworkText {
  readonly inputs: number;
  readonly layers: readonly LayerText[];
}

/** The widest layer. */
export const widest = 1000;
const example = '2 > linear 8 tanh > linear 1 sigmoid';

/**
 * Reads a network text: the number of inputs, then layers, with `>` between them. A layer is `standardize`, or `linear WIDTH` and
 * the activation that follows, if any.
 * @throws LabError naming the part that cannot be read.
 */
export function parseNetwork(text: string): NetworkText {
  const [first = '', ...parts] = text.split('>').map((part) => part.trim());
  if (!/^\d+$/.test(first) || Number(first) < 1)
    throw new LabError('network', `A network starts with the number of its inputs, not ${quoted(first)}: ${example}`);
  const layers = parts.map((part, i) => parseLayer(part, i + 1));
  if (layers.every(({ kind }) => kind !== 'linear'))
    throw new LabError('network', `A network needs at least one linear layer: ${example}`);
  const misplaced = layers.findIndex(
    (layer, i) => layer.kind === 'linear' && layer.activation === 'softmax' && i < layers.length - 1,
  );
  if (misplaced >= 0)
    throw new LabError('network', `Layer ${misplaced + 1} has softmax, which belongs after the last layer.`);
  return { inputs: Number(first), layers };
}

function parseLayer(part: string, place: number): LayerText {
  const [kind = '', width, activation, ...more] = part.split(/\s+/);
  const where = `Layer ${place}, ${quoted(part)}`;
  if (kind === 'standardize' && width === undefined) return { kind };
  if (kind !== 'linear')
    throw new LabError('network', `${where}: expected "linear WIDTH", perhaps with an activation, or "standardize".`);
  if (width === undefined || !/^\d+$/.test(width) || Number(width) < 1 || Number(width) > widest)
    throw new LabError(
      'network',
      `${where}: the width is ${quoted(width ?? '')}, expected a whole number from 1 to ${widest}.`,
    );
  if (more.length > 0) throw new LabError('network', `${where}: ${quoted(more.join(' '))} is one word too many.`);
  if (activation !== undefined && !(activationNames as readonly string[]).includes(activation))
    throw new LabError(
      'network',
      `${where}: there is no activation ${quoted(activation)}. There are: ${activationNames.join(', ')}.`,
    );
  return { kind, width: Number(width), activation: activation as ActivationName | undefined };
}

/** The text of a network, in the one way that the Lab writes it. */
export function printNetwork({ inputs, layers }: NetworkText): string {
  return [inputs, ...layers.map(printLayer)].join(' > ');
}

/** The text of one part of a network. */
export function printLayer(layer: LayerText): string {
  if (layer.kind === 'standardize') return layer.kind;
  return ['linear', layer.width, ...(layer.activation === undefined ? [] : [layer.activation])].join(' ');
}

const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
