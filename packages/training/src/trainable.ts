import { describe, isNode, type Node, type Parameter } from '@chainrule/core';
import { TrainingError } from './errors.ts';

/** @throws TrainingError if the loss is not one node. */
export function requireLoss(loss: Node): void {
  if (!isNode(loss))
    throw new TrainingError(
      `The loss must be one node, not ${describe(loss)}. ${Array.isArray(loss) ? 'Add up or average the nodes of the list first.' : 'Build it from inputs and parameters.'}`,
    );
}

/**
 * The parameters that training may change: those given, else all trainable ones of those found in the loss.
 * @throws TrainingError if there is nothing to train.
 */
export function trainable(found: readonly Parameter[], chosen?: readonly Parameter[]): readonly Parameter[] {
  if (chosen === undefined) {
    let k = 0;
    while (k < found.length && found[k]?.trainable) k++;
    const all = k === found.length ? found : found.filter((parameter) => parameter.trainable);
    if (all.length === 0)
      throw new TrainingError(
        `The loss depends on no trainable parameter (${found.length} others). Build the model with parameter(), and the loss from the model's output.`,
      );
    return all;
  }
  if (!Array.isArray(chosen) || chosen.length === 0)
    throw new TrainingError(`parameters must be a list of at least one parameter, not ${describe(chosen)}.`);
  const known = new Set(found);
  chosen.forEach((parameter, i) => {
    const name = parameter?.name === undefined ? `parameters[${i}]` : `Parameter "${parameter.name}"`;
    if (!known.has(parameter))
      throw new TrainingError(`${name} is not a parameter of the loss. Take it from parameters(loss).`);
    if (!parameter.trainable)
      throw new TrainingError(`${name} is not trainable. Make it without { trainable: false }, or leave it out.`);
  });
  if (new Set(chosen).size !== chosen.length) throw new TrainingError('parameters names one parameter twice.');
  return chosen;
}
