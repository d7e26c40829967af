import { mapNodes, type Outputs, type Structured } from '@chainrule/core';

/** Values in the structure of the outputs that they belong to. */
export type Shape<O extends Outputs> = <T>(values: ArrayLike<T>) => Structured<O, T>;

/** Prepares the structure of outputs, so that a call only fills it. */
export function shapeOf<O extends Outputs>(outputs: O): Shape<O> {
  let count = 0;
  const indexes = mapNodes(outputs, () => count++);
  return filler(indexes) as Shape<O>;
}

function filler(part: unknown): (values: ArrayLike<unknown>) => unknown {
  if (typeof part === 'number') return (values) => values[part];
  const isList = Array.isArray(part);
  const keys: readonly (string | number)[] = isList ? [...part.keys()] : Object.keys(part as object);
  const fillers = Object.values(part as object).map(filler);
  if (keys.includes('__proto__'))
    return (values) => Object.fromEntries(keys.map((key, i) => [key, fillers[i]?.(values)]));
  return (values) => {
    const filled = (isList ? new Array(keys.length) : {}) as Record<string | number, unknown>;
    for (let i = 0; i < keys.length; i++) filled[keys[i] as number] = fillers[i]?.(values);
    return filled;
  };
}
