import { type Columns, InputError, type InputField } from '@chainrule/core';

/** Columns as they are, if all inputs are numbers and have a Float64Array of one length each; else undefined. */
export function columnsOf(fields: readonly InputField[], data: unknown): Columns | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const columns = fields.map(({ name }) => (data as Record<string, unknown>)[name]);
  const count = (columns[0] as Float64Array | undefined)?.length;
  const fit = fields.every(
    ({ size }, i) => size === undefined && columns[i] instanceof Float64Array && columns[i].length === count,
  );
  return fit && count !== undefined ? { columns: columns as Float64Array[], count } : undefined;
}

/**
 * The lists of a structure in order.
 * @throws InputError if there are not as many as outputs, or one has another length than the data.
 */
export function listsOf(structure: unknown, outputs: number, count: number): Float64Array[] {
  const lists: Float64Array[] = [];
  const collect = (part: unknown): void => {
    if (part instanceof Float64Array) lists.push(part);
    else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) collect(inner);
  };
  collect(structure);
  if (lists.length !== outputs || lists.some(({ length }) => length !== count))
    throw new InputError(
      `\`into\` must have a Float64Array of ${count} for each of ${outputs} outputs, as an earlier call gave them.`,
    );
  return lists;
}
