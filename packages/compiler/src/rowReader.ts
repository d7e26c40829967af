import { type InputField, readRow } from '@chainrule/core';

/**
 * Reads rows as core's `readRow` does, which says what is wrong with those that this does not know; records of numbers, and
 * of lists of them, are read without a function for each input.
 */
export function rowReader(fields: readonly InputField[], slots: Float64Array): (row: unknown) => void {
  return (row) => {
    if (
      typeof row !== 'object' ||
      row === null ||
      isList(row) ||
      !isRead(fields, row as Record<string, unknown>, slots)
    )
      readRow(fields, row, slots);
  };
}

const isList = (row: object): boolean => Array.isArray(row) || ArrayBuffer.isView(row);

function isRead(fields: readonly InputField[], row: Readonly<Record<string, unknown>>, slots: Float64Array): boolean {
  for (let i = 0; i < fields.length; i++) {
    const { name, size, slot } = fields[i] as InputField;
    const value = row[name];
    if (size === undefined) {
      if (typeof value !== 'number') return false;
      slots[slot] = value;
      continue;
    }
    const list = value as ArrayLike<unknown> | null;
    if (typeof value !== 'object' || list?.length !== size) return false;
    if (list instanceof Float64Array) slots.set(list, slot);
    else if (!areNumbers(list, slot, slots)) return false;
  }
  return true;
}

function areNumbers(list: ArrayLike<unknown>, slot: number, slots: Float64Array): boolean {
  for (let k = 0; k < list.length; k++) {
    const value = list[k];
    if (typeof value !== 'number') return false;
    slots[slot + k] = value;
  }
  return true;
}
