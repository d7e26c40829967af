import { type Parameter, parameterVersion } from './node.ts';
import { parameterRuns } from './parameterRuns.ts';

/** Copies the values of parameters into a list, from a place on, unless they are there since the call before. */
export function parameterReader(
  parameters: readonly Parameter[],
): (into: Float64Array | Float32Array, at?: number) => void {
  const runs = parameterRuns(parameters);
  let version = -1;
  let latest: unknown;
  return (into, at = 0) => {
    if (version === parameterVersion() && into === latest) return;
    version = parameterVersion();
    latest = into;
    for (const { numbers, at: first, from, count } of runs)
      for (let k = 0; k < count; k++) into[at + from + k] = numbers[first + k] as number;
  };
}
