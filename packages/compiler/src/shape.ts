import { mapNodes, type Outputs, type Structured } from '@chainrule/core';

/** Values in the structure of the outputs that they belong to. */
export type Shape<O extends Outputs> = <T>(values: ArrayLike<T>) => Structured<O, T>;

/** The structure of outputs with their numbers. */
export function numbered<O extends Outputs>(outputs: O): Structured<O, number> {
  let count = 0;
  return mapNodes(outputs, () => count++);
}

/** Prepares the structure of outputs, given their numbers, so that a call only fills it. */
export const shapeOf = <O extends Outputs>(numbers: Structured<O, number>): Shape<O> => filler(numbers) as Shape<O>;

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
