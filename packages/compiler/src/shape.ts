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
  const keys = Object.keys(part as object);
  const fillers = Object.values(part as object).map(filler);
  if (!Array.isArray(part)) {
    if (keys.includes('__proto__'))
      return (values) => Object.fromEntries(keys.map((key, i) => [key, fillers[i]?.(values)]));
    return (values) => {
      const record: Record<string, unknown> = {};
      for (let i = 0; i < keys.length; i++) record[keys[i] as string] = fillers[i]?.(values);
      return record;
    };
  }
  return (values) => {
    const list = new Array<unknown>(fillers.length);
    for (let i = 0; i < list.length; i++) list[i] = fillers[i]?.(values);
    return list;
  };
}
