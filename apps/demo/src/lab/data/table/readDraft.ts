import type { Shape } from '../../network/fit.ts';
import { LabError } from '../../state/labError.ts';
import { type Choices, predictOf } from './choices.ts';
import { type Column, describeColumns } from './describeColumns.ts';
import { isNumeric } from './numbers.ts';
import { readCells } from './readCells.ts';
import { readTable } from './readTable.ts';

/** What a person sees of a column. */
export interface ColumnView extends Pick<Column, 'name' | 'holds' | 'missing'> {
  /** What it holds, in words. */
  readonly contents: string;
  /** What is predicted of it, if nothing else is chosen. */
  readonly predict: 'number' | 'class';
}

/** What can be said of a table before it is used. */
export interface DraftReading {
  /** Its columns, if it can be cut into cells. */
  readonly columns: readonly ColumnView[];
  /** What it gives, if it can be used. */
  readonly table: (Shape & { readonly count: number; readonly targetName: string }) | undefined;
  /** What is wrong with it, a sentence each. */
  readonly troubles: readonly string[];
}

/** Reads a table as far as it can be read. */
export function readDraft(csv: string, choices: Choices): DraftReading {
  let columns: readonly ColumnView[] = [];
  try {
    columns = describeColumns(readCells(csv)).map(viewOf);
    const { task, features, classes, count, targetName } = readTable(csv, choices);
    return { columns, table: { task, features, classes, count, targetName }, troubles: [] };
  } catch (error) {
    if (error instanceof LabError) return { columns, table: undefined, troubles: error.message.split('\n') };
    throw error;
  }
}

function viewOf(column: Column): ColumnView {
  const { name, holds, missing } = column;
  return { name, holds, missing, contents: contents(column), predict: predictOf({ target: '' }, column) };
}

function contents({ holds, values, missing }: Column): string {
  const gaps = missing === 0 ? '' : `, ${missing} missing`;
  if (holds === 'nothing') return 'no values';
  if (holds === 'numbers') {
    const numbers = values.filter(isNumeric);
    return `numbers from ${numbers[0]} to ${numbers.at(-1)}${gaps}`;
  }
  const some = values.slice(0, 3).join(', ');
  return `${values.length} ${values.length === 1 ? 'word' : 'words'}: ${some}${values.length > 3 ? ', …' : ''}${gaps}`;
}
