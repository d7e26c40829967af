import type { Node, NodeLike } from '@chainrule/core';
import { check } from '../check.ts';
import type { Schedule } from '../schedules/schedule.ts';

/** What an optimizer remembers: lists of numbers, nested as its parts are. It can be saved and loaded as it is. */
export type OptimizerState = readonly (Float64Array | OptimizerState)[];

/**
 * One stage on the way from gradients to the changes of parameters: a pure pair `{ init, update }`. Nothing is kept outside
 * the state, so the same arguments always give the same result; to allocate nothing per step, `update` overwrites
 * `updates` and `state` in place.
 */
export interface Transform {
  /** What it is; a saved state fits optimizers of this name. */
  readonly name: string;
  /** Its settings, for programs that are printed. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The stages of a chain, in order. */
  readonly parts: readonly Transform[];
  /** The state before the first step, for `size` parameters. */
  init(size: number): OptimizerState;
  /**
   * Turns `updates` (the gradients, or what the stage before made of them) into what is to be added to the parameters.
   * `step` counts the updates before this one, from 0.
   */
  update(updates: Float64Array, state: OptimizerState, parameters: Float64Array, step: number): void;
  /** The update as expressions, which engines compile; a transform that is written in JavaScript has none. */
  readonly rule?: Rule | undefined;
}

/** A transform that ends with the learning rate: what `train` needs. Its updates point downhill. */
export interface Optimizer extends Transform {
  readonly rate: Schedule;
}

/** What the expressions of a rule are made of beside the update itself; all of one parameter. */
export interface RuleNodes {
  readonly parameter: Node;
  /** The numbers remembered. */
  readonly memory: readonly Node[];
  /** A number that is the same for all parameters and is computed anew at each step, such as a learning rate. */
  scalar(value: Schedule): Node;
}

/** The new update and the new memory of one parameter. */
export interface RuleResult {
  readonly update: NodeLike;
  readonly memory: readonly NodeLike[];
}

/** An update as expressions of nodes. */
export interface Rule {
  /** How many numbers it remembers for each parameter. */
  readonly memory: number;
  build(update: Node, nodes: RuleNodes): RuleResult;
  /** The function that does the same to lists: the rule does not speak for a transform that was given another. */
  readonly update: Transform['update'];
}

/**
 * What a rule makes of an update.
 * @throws TrainingError if it does not give as many numbers to remember as it says.
 */
export function built({ memory, build }: Pick<Rule, 'memory' | 'build'>, update: Node, nodes: RuleNodes): RuleResult {
  const result = build(update, nodes);
  check(result?.memory?.length === memory, 'The memory of a rule', result?.memory, `a list of ${memory}`);
  return result;
}

/** Whether something is a transform: it has both functions of the pair. */
export const isTransform = (it: unknown): it is Transform =>
  typeof it === 'object' && it !== null && 'init' in it && 'update' in it;

/** The rule that a transform follows, if it has one. */
export function ruleOf({ rule, update }: Transform): Rule | undefined {
  return rule?.update === update ? rule : undefined;
}

/** The lists of a state in order. */
export function listsOf(state: OptimizerState): Float64Array[] {
  return state.flatMap((part) => (part instanceof Float64Array ? [part] : listsOf(part)));
}

/** So many lists of zeros. */
const zeros = (lists: number, size: number): Float64Array[] =>
  Array.from({ length: lists }, () => new Float64Array(size));

/**
 * Defines a transform in JavaScript that remembers `memory` numbers for each parameter, all 0 at the start. It runs between
 * compiled steps; `defineRule` makes one that is compiled with them.
 * @example const scaleBy = (factor: number) => defineTransform('scaleBy', { factor }, 0, (updates) => {
 *   for (let i = 0; i < updates.length; i++) updates[i] *= factor;
 * });
 */
export function defineTransform(
  name: string,
  options: Readonly<Record<string, unknown>>,
  memory: number,
  update: (updates: Float64Array, memory: readonly Float64Array[], parameters: Float64Array, step: number) => void,
): Transform {
  return {
    name,
    options,
    parts: [],
    init: (size) => zeros(memory, size),
    update: (updates, state, parameters, step) => update(updates, state as readonly Float64Array[], parameters, step),
  };
}
