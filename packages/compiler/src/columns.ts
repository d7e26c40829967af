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
 * Puts the list of each output into `lists`: what a structure has where `numbers`, which is built alike, has the output's number.
 * @throws InputError if one is missing, or has another length than the data.
 */
export function listsOf(numbers: unknown, structure: unknown, count: number, lists: Float64Array[]): void {
  if (typeof numbers !== 'number') {
    for (const key in numbers as Row)
      listsOf((numbers as Row)[key], (structure as Row | undefined)?.[key], count, lists);
    return;
  }
  if (!(structure instanceof Float64Array && structure.length === count))
    throw new InputError(
      `\`into\` must have a Float64Array of ${count} for each output, as an earlier call gave them.`,
    );
  lists[numbers] = structure;
}

type Row = Readonly<Record<string, unknown>>;
