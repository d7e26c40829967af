import { lift, type Node } from '@chainrule/core';
import { check } from '../check.ts';
import { TrainingError } from '../errors.ts';
import {
  built,
  isTransform,
  type Optimizer,
  type OptimizerState,
  type Rule,
  type RuleNodes,
  type RuleResult,
  ruleOf,
  type Transform,
} from './transform.ts';

/** A chain with an optimizer in it is an optimizer. */
export type Chained<Parts extends readonly Transform[]> = [Extract<Parts[number], Optimizer>] extends [never]
  ? Transform
  : Optimizer;

/**
 * Transforms one after the other: each gets the updates that the one before it made. With an optimizer among them the
 * chain is an optimizer.
 * @throws TrainingError if a part is no transform, or if there is more than one optimizer in it: each turns the gradient
 * downhill, two turn it up again.
 * @example train(loss, rows, { optimizer: chain(clipByGlobalNorm(1), adam()) })
 */
export function chain<const Parts extends readonly Transform[]>(...parts: Parts): Chained<Parts> {
  return chained(`chain(${parts.map((part) => part?.name).join(', ')})`, {}, parts) as Chained<Parts>;
}

/** A chain under a name of its own. */
export function chained(
  name: string,
  options: Readonly<Record<string, unknown>>,
  parts: readonly Transform[],
): Transform | Optimizer {
  for (const part of parts)
    check(isTransform(part), 'A part of a chain', part, 'a transform such as clipByValue(1), or an optimizer');
  const optimizers = parts.filter((part): part is Optimizer => 'rate' in part);
  if (optimizers.length > 1)
    throw new TrainingError(
      `A chain can hold one optimizer, not ${optimizers.map((part) => part.name).join(' and ')}. Leave one out.`,
    );
  const update: Transform['update'] = (updates, state, parameters, step) => {
    for (let i = 0; i < parts.length; i++)
      (parts[i] as Transform).update(updates, state[i] as OptimizerState, parameters, step);
  };
  const rules = parts.map(ruleOf).filter((rule) => rule !== undefined);
  const transform: Transform = {
    name,
    options,
    parts,
    init: (size) => parts.map((part) => part.init(size)),
    update,
    rule: rules.length < parts.length ? undefined : { ...composed(rules), update },
  };
  return optimizers[0] === undefined ? transform : { ...transform, rate: optimizers[0].rate };
}

/** Rules one after the other, each with its share of the memory. */
function composed(rules: readonly Rule[]): Pick<Rule, 'memory' | 'build'> {
  return {
    memory: rules.reduce((total, rule) => total + rule.memory, 0),
    build: (gradient: Node, nodes: RuleNodes): RuleResult => {
      let update: RuleResult['update'] = gradient;
      const memory: RuleResult['memory'][number][] = [];
      for (const rule of rules) {
        const own = nodes.memory.slice(memory.length, memory.length + rule.memory);
        const result = built(rule, lift(update) as Node, { ...nodes, memory: own });
        update = result.update;
        memory.push(...result.memory);
      }
      return { update, memory };
    },
  };
}
