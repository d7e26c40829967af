import { gradient, type Node, type Parameter } from '@chainrule/core';
import { outputName } from '../network/outputName.ts';
import type { Session } from '../run/session.ts';
import type { FormulaChoice } from './formulaChoice.ts';

/** Letters for the neurons of hidden layers: h₁, h₂ … in the first, k₁ … in the next. */
const letters = ['h', 'k', 'm', 'n', 'q', 'r', 'u', 'v', 'z'];

/** What a formula shows, by names: hidden neurons if they have lines of their own, then what it is of. */
export function formulaOutputs(
  session: Session,
  { of, lines }: Pick<FormulaChoice, 'of' | 'lines'>,
  parameter: number,
): Record<string, Node> {
  const { model, data } = session;
  const { outputs, loss } = model;
  const hidden = lines === 'neurons' ? hiddenNeurons(session) : {};
  if (of === 'gradient') {
    const [slope] = gradient(loss, [model.parameters[parameter] as Parameter]) as [Node];
    return { ...hidden, gradient: slope };
  }
  const single = of === 'loss' ? 'prediction' : data.targetName;
  const predictions = Object.fromEntries(
    outputs.map((node, i) => [outputs.length === 1 ? single : outputName(data, i), node]),
  );
  if (of === 'prediction') return { ...hidden, ...predictions };
  return { ...hidden, ...(lines === 'neurons' ? predictions : {}), loss };
}

function hiddenNeurons({ model, data }: Session): Record<string, Node> {
  const taken = [...data.features, data.targetName, data.vector ?? ''];
  const free = letters.filter((letter) => !taken.some((name) => name.startsWith(letter)));
  const named: Record<string, Node> = {};
  let layer = 0;
  for (const { text, nodes } of model.layers.slice(0, -1)) {
    if (text.kind !== 'linear') continue;
    const letter = free[layer] ?? `layer${layer + 1}_`;
    layer++;
    nodes.forEach((node, i) => {
      named[`${letter}${i + 1}`] = node;
    });
  }
  return named;
}
