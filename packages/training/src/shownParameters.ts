import { type Parameter, parameterVersion, parameterWriter } from '@chainrule/core';

/** Parameters that show the values of a run, and may be written by others meanwhile. */
export interface ShownParameters {
  /** Sets the parameters to the values of a list. */
  show(values: Float64Array): void;
  /** What others have written since it was last asked, if anything: the values of the parameters, if some differ from those shown. */
  written(shown: Float64Array): { readonly values: Float64Array | undefined } | undefined;
  /** Shows other values for as long as `look` runs. */
  during(values: Float64Array, look: () => void): void;
}

/** @param fixed Parameters that are not shown, but count as well. */
export function shownParameters(parameters: readonly Parameter[], fixed: readonly Parameter[]): ShownParameters {
  const write = parameterWriter(parameters);
  const valuesOf = (its: readonly Parameter[]): Float64Array => new Float64Array(its.map(({ value }) => value));
  const differ = (a: Float64Array, b: Float64Array): boolean => a.some((value, k) => !Object.is(value, b[k]));
  let others = valuesOf(fixed);
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
      const [values, before] = [valuesOf(parameters), others];
      others = valuesOf(fixed);
      if (differ(values, shown)) return { values };
      return differ(others, before) ? { values: undefined } : undefined;
    },
    during: (values, look) => {
      const before = valuesOf(parameters);
      show(values);
      look();
      show(before);
      version = -1; // what was there may have been written by others
    },
  };
}
