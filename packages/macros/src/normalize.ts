import { defineMacro, describe, GraphError, mapNodes, type Node } from '@chainrule/core';
import { divide, subtract } from '@chainrule/ops';
import { type Layer, nodesOf, type Shaped } from './layer.ts';

/** Mean and standard deviation of each input over the training data, in the order of the inputs. */
export interface Moments {
  readonly mean: ArrayLike<number>;
  readonly deviation: ArrayLike<number>;
}

/**
 * Standardizes inputs by numbers that become part of the model: (xᵢ − meanᵢ) / deviationᵢ. Structure in, structure out.
 * @throws GraphError if `inputs` is not a list or record of nodes, or is empty, if there is not one finite mean and one positive
 * deviation for each of them.
 * @example const [age, income] = normalize([input('age'), input('income')], { mean: [41, 30000], deviation: [17, 12000] });
 */
export const normalize: <const L extends Layer>(inputs: L, moments: Moments) => Shaped<L> = /* @__PURE__ */ defineMacro(
  'normalize',
  <const L extends Layer>(inputs: L, { mean, deviation }: Moments): Shaped<L> => {
    const count = nodesOf('normalize', inputs).length;
    check('mean', mean, count, Number.isFinite, 'a finite number');
    check(
      'deviation',
      deviation,
      count,
      (x) => x > 0 && x < Number.POSITIVE_INFINITY,
      'a number above 0. Leave out an input that never varies',
    );
    let i = 0;
    return mapNodes<unknown, Node>(inputs, (x) => {
      const centered = subtract(x, mean[i] as number);
      return divide(centered, deviation[i++] as number);
    }) as Shaped<L>;
  },
);

function check(
  name: string,
  list: ArrayLike<number>,
  count: number,
  holds: (x: number) => boolean,
  expected: string,
): void {
  if (typeof list !== 'object' || list === null || list.length !== count)
    throw new GraphError(
      `normalize: ${name} is ${describe(list)}, expected a list of ${count} numbers, one for each input.`,
    );
  for (let i = 0; i < count; i++)
    if (!holds(list[i] as number))
      throw new GraphError(`normalize: ${name}[${i}] is ${describe(list[i])}, expected ${expected}.`);
}
