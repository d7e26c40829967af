import { type Parameter, parametersWritten, valueRunsOf } from './node.ts';

/** Sets parameters to the values of a list: as writing each `value`, but where they are kept. */
export function parameterWriter(parameters: readonly Parameter[]): (values: Float64Array) => void {
  const runs = valueRunsOf(parameters);
  return (values) => {
    let from = 0;
    for (const { list, at, count } of runs) {
      list.set(values.subarray(from, from + count), at);
      from += count;
    }
    parametersWritten();
  };
}
