import type { UpdateRule } from '@chainrule/compiler';
import type { Node } from '@chainrule/core';
import { abs, add, less, select, sumBatch } from './expressions.ts';
import { ruleProgram } from './ruleProgram.ts';
import { built, type Optimizer, type Rule, ruleOf } from './transform.ts';

/**
 * The whole step of an optimizer for a compiler: parameter and memory after it. With a tolerance it remembers one number more
 * for each parameter: 1 once no gradient of a step was larger than that.
 *
 * p ← p + u
 * @returns undefined if a part of the optimizer is written in JavaScript, or reads parameters that may change between two steps.
 */
export function updateRule(optimizer: Optimizer, tolerance?: number): UpdateRule | undefined {
  const rule = ruleOf(optimizer);
  if (rule === undefined) return undefined;
  const program = ruleProgram(tolerance === undefined ? rule : watching(rule, tolerance), (update, parameter) =>
    add(parameter, update),
  );
  return program.isLive ? undefined : program;
}

function watching(rule: Rule, tolerance: number): Pick<Rule, 'memory' | 'build'> {
  const { memory } = rule;
  return {
    memory: memory + 1,
    build: (gradient, nodes) => {
      const result = built(rule, gradient, { ...nodes, memory: nodes.memory.slice(0, memory) });
      const steep = sumBatch(less(tolerance, abs(gradient)));
      return { ...result, memory: [...result.memory, select(steep, nodes.memory[memory] as Node, 1)] };
    },
  };
}
