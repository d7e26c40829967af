import { type Node, type Parameter, parameters } from '@chainrule/core';
import { absoluteError, binaryCrossEntropy, categoricalCrossEntropy, huber, l2, squaredError } from '@chainrule/losses';
import { oneHot } from '@chainrule/macros';
import { add } from '@chainrule/ops';
import type { Split } from '../data/split.ts';
import type { LabState, LossName } from '../state/labState.ts';

type Loss = (outputs: readonly Node[], target: Node, data: Split) => Node;

const errors =
  (loss: (prediction: Node, target: Node) => Node): Loss =>
  (outputs, target, { classes }) => {
    const [only] = outputs as [Node];
    if (outputs.length === 1) return loss(only, target);
    return add(...oneHot(target, classes.length).map((each, i) => loss(outputs[i] as Node, each))) as Node;
  };

const crossEntropy: Loss = (outputs, target, { classes }) =>
  outputs.length === 1
    ? binaryCrossEntropy(outputs[0] as Node, target)
    : categoricalCrossEntropy(outputs, oneHot(target, classes.length));

const losses: Readonly<Record<Exclude<LossName, 'auto'>, Loss>> = {
  squaredError: errors((p, y) => squaredError(p, y)),
  absoluteError: errors((p, y) => absoluteError(p, y)),
  huber: errors((p, y) => huber(p, y)),
  crossEntropy,
};

/** The loss of a sample: what the state names, by default what fits the task; and the penalty, if there is one. */
export function lossOf(outputs: readonly Node[], target: Node, data: Split, training: LabState['training']): Node {
  const name =
    training.loss === 'auto' ? (data.task === 'regression' ? 'squaredError' : 'crossEntropy') : training.loss;
  const cost = losses[name](outputs, target, data);
  const weights: readonly Parameter[] = training.penalty === 0 ? [] : parameters(cost);
  return weights.length === 0 ? cost : add(cost, l2(weights, training.penalty));
}
