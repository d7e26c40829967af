import { type Parameter, parametersWritten, type Spot, spotOf } from './node.ts';

/** Sets parameters to the values of a list: as writing each `value`, but all at once where they are kept together. */
export function parameterWriter(parameters: readonly Parameter[]): (values: Float64Array) => void {
  const runs: (Spot & { readonly from: number; count: number })[] = [];
  parameters.forEach((parameter, from) => {
    const { numbers, at } = spotOf(parameter);
    const last = runs.at(-1);
    if (last?.numbers === numbers && last.at + last.count === at) last.count++;
    else runs.push({ numbers, at, from, count: 1 });
  });
  return (values) => {
    for (const { numbers, at, from, count } of runs) numbers.set(values.subarray(from, from + count), at);
    parametersWritten();
  };
}
