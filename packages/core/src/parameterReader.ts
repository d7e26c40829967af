import { type Parameter, parameterVersion } from './node.ts';

/** Copies the values of parameters into a list, from a place on, unless they are there since the call before. */
export function parameterReader(
  parameters: readonly Parameter[],
): (into: Float64Array | Float32Array, at?: number) => void {
  let version = -1;
  let latest: unknown;
  return (into, at = 0) => {
    if (version === parameterVersion() && into === latest) return;
    version = parameterVersion();
    latest = into;
    for (let k = 0; k < parameters.length; k++) into[at + k] = (parameters[k] as Parameter).value;
  };
}
