import { type Parameter, parametersWritten } from './node.ts';
import { parameterRuns } from './parameterRuns.ts';

/** Sets parameters to the values of a list: as writing each `value`, but many at once. */
export function parameterWriter(parameters: readonly Parameter[]): (values: Float64Array) => void {
  const runs = parameterRuns(parameters);
  return (values) => {
    for (const { numbers, at, from, count } of runs) numbers.set(values.subarray(from, from + count), at);
    parametersWritten();
  };
}
