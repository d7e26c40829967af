import { type Parameter, parametersWritten } from './node.ts';
import { parameterRuns } from './parameterRuns.ts';

/** Sets parameters to the values of a list: as writing each `value`, but many at once. */
export function parameterWriter(parameters: readonly Parameter[]): (values: Float64Array) => void {
  const runs = parameterRuns(parameters);
  return (values) => {
    for (const { numbers, at, from, count } of runs)
      for (let k = 0; k < count; k++) numbers[at + k] = values[from + k] as number;
    parametersWritten();
  };
}
