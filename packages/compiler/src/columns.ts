import { InputError, type InputField } from '@chainrule/core';

/**
 * Puts columns into `columns` as they are, and gives their length, if all inputs are numbers and have a Float64Array of one
 * length each; else undefined.
 */
export function columnsOf(fields: readonly InputField[], data: unknown, columns: Float64Array[]): number | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  for (let i = 0; i < fields.length; i++) {
    const { name, size } = fields[i] as InputField;
    const column = (data as Record<string, unknown>)[name];
    if (size !== undefined || !(column instanceof Float64Array)) return undefined;
    columns[i] = column;
    if (column.length !== columns[0]?.length) return undefined;
  }
  return columns[0]?.length;
}

/**
 * Puts the lists of a structure into `lists`, in order.
 * @throws InputError if there are not as many as outputs, or one has another length than the data.
 */
export function listsOf(structure: unknown, outputs: number, count: number, lists: Float64Array[]): void {
  const found = collect(structure, 0, count, lists);
  if (found !== outputs)
    throw new InputError(
      `\`into\` must have a Float64Array of ${count} for each of ${outputs} outputs, as an earlier call gave them.`,
    );
}

/** Puts the lists of a part into `lists`, from number `from` on, and gives the number of the next: NaN if one does not fit. */
function collect(part: unknown, from: number, count: number, lists: Float64Array[]): number {
  if (part instanceof Float64Array) {
    lists[from] = part;
    return part.length === count ? from + 1 : Number.NaN;
  }
  if (typeof part !== 'object' || part === null) return from;
  let next = from;
  for (const key in part) next = collect((part as Record<string, unknown>)[key], next, count, lists);
  return next;
}
