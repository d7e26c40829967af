import { LabError } from '../../state/labError.ts';
import type { DataSet } from '../labData.ts';
import type { Choices } from './choices.ts';
import { type Column, describeColumns } from './describeColumns.ts';
import { readCells } from './readCells.ts';
import { readTable } from './readTable.ts';

/** What can be said of a table before it is used. */
export interface DraftReading {
  /** Its columns, if it can be cut into cells. */
  readonly columns: readonly Column[];
  readonly data: DataSet | undefined;
  /** What is wrong with it, a sentence each. */
  readonly troubles: readonly string[];
}

/** Reads a table as far as it can be read. */
export function readDraft(csv: string, choices: Choices): DraftReading {
  let columns: readonly Column[] = [];
  try {
    columns = describeColumns(readCells(csv));
    return { columns, data: readTable(csv, choices), troubles: [] };
  } catch (error) {
    if (error instanceof LabError) return { columns, data: undefined, troubles: error.message.split('\n') };
    throw error;
  }
}
