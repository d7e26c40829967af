import papa from 'papaparse';
import { LabError } from '../../state/labError.ts';
import type { DataSet } from '../labData.ts';

/**
 * A table of numbers with a heading as a data set; a target of words is one of classes.
 * @throws LabError naming row and column of what cannot be read.
 */
export function readTable(csv: string, target: string): DataSet {
  const { data, errors } = papa.parse<string[]>(csv.trim(), { skipEmptyLines: true });
  const [first] = errors;
  if (first !== undefined && first.type !== 'Delimiter')
    throw new LabError('data', `Row ${(first.row ?? 0) + 1}: ${first.message}.`);
  const [heading, ...rows] = data as [string[], ...string[][]];
  const targetName = target === '' ? (heading.at(-1) as string) : target;
  const at = heading.indexOf(targetName);
  if (at < 0) throw new LabError('data', `There is no column "${target}". There are: ${heading.join(', ')}.`);
  const numbers = (column: number): Float64Array =>
    Float64Array.from(rows, (row, i) => {
      const value = Number(row[column]);
      if (row[column]?.trim() === '' || !Number.isFinite(value))
        throw new LabError('data', `Row ${i + 2}, column "${heading[column]}": "${row[column]}" is no number.`);
      return value;
    });
  const isWords = rows.some((row) => !Number.isFinite(Number(row[at])));
  const classes = isWords ? [...new Set(rows.map((row) => row[at] as string))].sort() : [];
  return {
    task: classes.length === 0 ? 'regression' : classes.length === 2 ? 'binary' : 'classes',
    features: heading.filter((_, i) => i !== at),
    targetName,
    classes,
    count: rows.length,
    inputs: heading.flatMap((_, i) => (i === at ? [] : [numbers(i)])),
    target: isWords ? Float64Array.from(rows, (row) => classes.indexOf(row[at] as string)) : numbers(at),
  };
}
