import { apply, input, lift, lower, type Node, type Parameter, type Program, parameter } from '@chainrule/core';
import { add, sumBatch } from '@chainrule/core/primitives';
import { ExportError } from '../errors.ts';
import type { PrintableOptimizer } from './optimizer.ts';
import { type Scalar, scalarOf } from './scalar.ts';

/** The step of an optimizer for one parameter. */
export interface Rule {
  /** Outputs: the new parameter, then the new memory. */
  readonly program: Program;
  readonly memory: number;
  /** The program's parameters, by slot. */
  readonly scalars: readonly Scalar[];
  /** What each of the program's inputs is, by slot: the gradient, the parameter, or a number of the memory. */
  readonly inputs: readonly ('gradient' | 'parameter' | number)[];
}

/**
 * The rule of an optimizer, nothing simplified: the order of operations is that of the optimizer.
 * @throws ExportError if a part of it is written in JavaScript, looks at all parameters together, or follows a schedule.
 */
export function ruleOf(optimizer: PrintableOptimizer): Rule {
  const { rule, name } = optimizer;
  if (rule === undefined)
    throw new ExportError(
      `toCTraining: a part of the optimizer ${name} is written in JavaScript, which C does not know. Use one whose rule is made of expressions: sgd, adam, adamw, rmsprop, adagrad, lion.`,
    );
  const found = new Map<Parameter, Scalar>();
  const scalar = (value: (step: number) => number): Node => {
    const form = scalarOf(value, optimizer);
    if (form === undefined)
      throw new ExportError(
        `toCTraining: the optimizer ${name} follows a schedule, and C knows fixed rates only. Give a number for the rate.`,
      );
    const node = parameter(0, { trainable: false });
    found.set(node, form);
    return node;
  };
  const [gradient, own] = [input('gradient') as Node, input('parameter') as Node];
  const memory = Array.from({ length: rule.memory }, (_, k) => input(`memory${k}`) as Node);
  const built = rule.build(gradient, { parameter: own, memory, scalar });
  const outputs = [apply(add, [own, built.update]), ...built.memory].map((node) => lift(node) as Node);
  const program = lower(outputs, { simplify: false });
  if (program.primitives.includes(sumBatch))
    throw new ExportError(
      `toCTraining: the optimizer ${name} looks at all parameters together (as clipByGlobalNorm does). Use one that goes parameter by parameter, such as clipByValue.`,
    );
  return {
    program,
    memory: rule.memory,
    scalars: program.parameters.map((node) => found.get(node) ?? { kind: 'constant', value: node.value }),
    inputs: program.fields.map(({ name: each }) =>
      each === 'gradient' || each === 'parameter' ? each : Number(each.slice('memory'.length)),
    ),
  };
}
