import { type Parameter, parameterVersion, parameterWriter } from '@chainrule/core';

/** Parameters that show the values of a run, and may be written by others meanwhile. */
export interface ShownParameters {
  /** Sets the parameters to the values of a list. */
  show(values: Float64Array): void;
  /** The values of the parameters, if others have written some that differ from those shown. */
  written(shown: Float64Array): Float64Array | undefined;
  /** Shows other values for as long as `look` runs. */
  during(values: Float64Array, look: () => void): void;
}

export function shownParameters(parameters: readonly Parameter[]): ShownParameters {
  const write = parameterWriter(parameters);
  const read = (): Float64Array => new Float64Array(parameters.map(({ value }) => value));
  let version = -1; // of the parameters when they were last known to show what they should
  const show = (values: Float64Array): void => {
    write(values);
    version = parameterVersion();
  };
  return {
    show,
    written: (shown) => {
      if (version === parameterVersion()) return undefined;
      version = parameterVersion();
      const values = read();
      return values.some((value, k) => !Object.is(value, shown[k])) ? values : undefined;
    },
    during: (values, look) => {
      const before = read();
      show(values);
      look();
      show(before);
      version = -1; // what was there may have been written by others
    },
  };
}
