import type { BodyRule } from '../../code/body.ts';

/** Loops wherever there are any: a step has several times the operations of a prediction. */
export const bodyRule: BodyRule = { target: 'toCTraining', largest: 2000, longest: 100_000, straightUpTo: 0 };
