import type { UpdateRule } from '@chainrule/compiler';
import {
  apply,
  type Input,
  input,
  lift,
  lower,
  type Node,
  type Parameter,
  parameter,
  topologicalOrder,
} from '@chainrule/core';
import { select } from '@chainrule/core/primitives';
import { TrainingError } from '../errors.ts';
import { isConstant, type Schedule } from '../schedules/schedule.ts';
import { built, type Rule } from './transform.ts';

/** A rule of its own scalars, or of parameters that others may change between two steps. */
export interface RuleProgram extends UpdateRule {
  readonly isLive: boolean;
}

/**
 * A rule as a program over all parameters, with the inputs `gradient`, `parameter`, `memory1`, `memory2`, … The first output is
 * what `finish` makes of the update and the parameter, the others are the new memory. Nothing is simplified: the order
 * of operations is that of the rule.
 * @throws TrainingError if the rule does not give as many numbers to remember as it says, or reads other inputs.
 */
export function ruleProgram(
  rule: Pick<Rule, 'memory' | 'build'>,
  finish: (update: Node, parameter: Node) => Node,
): RuleProgram {
  const scalars = new Map<Parameter, Schedule>();
  const scalar = (value: Schedule): Node => {
    const node = parameter(0, { name: `scalar${scalars.size + 1}`, trainable: false });
    scalars.set(node, value);
    return node;
  };
  const [gradient, own] = [input('gradient') as Node, input('parameter') as Node];
  const remembered = Array.from({ length: rule.memory }, (_, k) => input(`memory${k + 1}`) as Node);
  const result = built(rule, gradient, { parameter: own, memory: remembered, scalar });
  const [first, ...others] = [
    finish(lift(result.update) as Node, own),
    ...result.memory.map((node) => lift(node) as Node),
  ].map((node) => (node.rank === 1 ? node : tied(node, gradient))) as [Node, ...Node[]];
  // an input that nothing depends on keeps its slot all the same
  const used = new Set(topologicalOrder([first, ...others]).nodes);
  const unused = [gradient, own, ...remembered].filter((node) => !used.has(node));
  const program = lower([unused.reduce(tied, first), ...others], { simplify: false });
  const known = [gradient, own, ...remembered];
  const other = [...used].find((node) => node.kind === 'input' && !known.includes(node));
  if (other !== undefined)
    throw new TrainingError(
      `A rule reads the update, the parameter and its memory, not the input "${(other as Input).name}". Use a parameter or scalar(…) instead.`,
    );
  const values = program.parameters.map((node) => scalars.get(node) ?? (() => node.value));
  return {
    program,
    memory: rule.memory,
    isConstant: values.every(isConstant),
    isLive: program.parameters.some((node) => !scalars.has(node)),
    scalars: (step, into) => {
      for (let k = 0; k < values.length; k++) into[k] = (values[k] as Schedule)(step);
    },
  };
}

/** The same number, one for each parameter, in a program that has `other` among its inputs. */
const tied = (node: Node, other: Node): Node => apply(select, [other, node, node]);
