import { mapNodes, type Outputs, type Structured } from '@chainrule/core';

/** Values in the structure of the outputs that they belong to. */
export type Shape<O extends Outputs> = <T>(values: ArrayLike<T>) => Structured<O, T>;

/** Prepares the structure of outputs, so that a call only fills it. */
export function shapeOf<O extends Outputs>(outputs: O): Shape<O> {
  let count = 0;
  const whole = fillerOf(mapNodes(outputs, () => count++));
  return ((values: ArrayLike<unknown>) => filled(whole, values)) as Shape<O>;
}

/** The number of a value, or what makes a part of the structure. */
type Filler = number | ((values: ArrayLike<unknown>) => unknown);

const filled = (filler: Filler, values: ArrayLike<unknown>): unknown =>
  typeof filler === 'number' ? values[filler] : filler(values);

function fillerOf(part: unknown): Filler {
  if (typeof part === 'number') return part;
  const isList = Array.isArray(part);
  const keys = Object.keys(part as object);
  const fillers = Object.values(part as object).map(fillerOf);
  if (keys.includes('__proto__'))
    return (values) => Object.fromEntries(keys.map((key, i) => [key, filled(fillers[i] as Filler, values)]));
  return (values) => {
    const its = (isList ? new Array(keys.length) : {}) as Record<string | number, unknown>;
    for (let i = 0; i < fillers.length; i++)
      its[isList ? i : (keys[i] as string)] = filled(fillers[i] as Filler, values);
    return its;
  };
}
