import type { Contender } from '../works/work.ts';

/** A network of objects: what is minimised, what a row sets, and what is trained. */
export interface ObjectNetwork {
  readonly loss: { forward(): number; backward(derivative: number): void };
  readonly inputs: readonly { value: number }[];
  readonly parameters: readonly { value: number; derivative: number }[];
}

/** Gradient descent, sample by sample. */
export function objectsContender(
  name: string,
  { loss, inputs, parameters }: ObjectNetwork,
  columns: readonly Float64Array[],
  rate: number,
): Contender {
  const rows = (columns[0] as Float64Array).length;
  let row = 0;
  let total = 0;
  return {
    name,
    precision: 'f64',
    run: (samples) => {
      for (let n = 0; n < samples; n++) {
        for (let i = 0; i < inputs.length; i++)
          (inputs[i] as { value: number }).value = (columns[i] as Float64Array)[row] as number;
        total += loss.forward();
        loss.backward(1);
        for (const parameter of parameters) {
          parameter.value -= rate * parameter.derivative;
          parameter.derivative = 0;
        }
        row = row + 1 === rows ? 0 : row + 1;
      }
      if (Number.isNaN(total)) throw new Error('The loss is NaN.');
      return undefined;
    },
    result: () => parameters.map(({ value }) => value),
  };
}
