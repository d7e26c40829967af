import { ChainruleError, type Node } from '@chainrule/core';

/** Training was set up in a way that has no meaning: the message names the option, its value and what is expected. */
export class TrainingError extends ChainruleError {
  override name = 'TrainingError';
}

/** Where a run met a number that is not finite. */
export interface NonFinitePlace {
  /** The first node in topological order that is not finite while its arguments are; undefined if only a sum over the batch overflowed. */
  readonly node: Node | undefined;
  /** The node's formula and the values of its arguments, in order. */
  readonly formula: string | undefined;
  readonly values: readonly number[];
  /** The sample's place in the data and its values; undefined if no single sample is to blame, or there is no data. */
  readonly row: number | undefined;
  readonly sample: Readonly<Record<string, number | readonly number[]>>;
  /** The epoch and the step in which it happened, counted from 1. */
  readonly epoch: number;
  readonly step: number;
}

/**
 * A loss, a gradient or the values after a step became NaN or infinite, or a gradient 2^500 (in f32: 2^60) and more, too large to
 * be squared and summed. The parameters keep the last values with which the loss was finite.
 * @example try {
 *   await train(loss, rows);
 * } catch (error) {
 *   if (error instanceof NonFiniteError) console.log(error.message, error.place.row);
 * }
 */
export class NonFiniteError extends TrainingError {
  override name = 'NonFiniteError';
  readonly place: NonFinitePlace;

  constructor(message: string, place: NonFinitePlace) {
    super(message);
    this.place = place;
  }
}
