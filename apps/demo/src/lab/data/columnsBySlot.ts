import type { Program } from '@chainrule/core';
import type { Table } from './labData.ts';
import type { Split } from './split.ts';

/** A list of numbers for each slot of a program's inputs. */
export function columnsBySlot(
  { fields, slots }: Pick<Program, 'fields' | 'slots'>,
  table: Table,
  { features, targetName }: Split,
): Float64Array[] {
  const columns = new Array<Float64Array>(slots);
  for (const { name, size, slot } of fields)
    if (size !== undefined) table.inputs.forEach((column, i) => (columns[slot + i] = column));
    else columns[slot] = name === targetName ? table.target : (table.inputs[features.indexOf(name)] as Float64Array);
  return columns;
}
