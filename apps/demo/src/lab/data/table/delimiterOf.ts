import papa from 'papaparse';
import { isNumeric } from './numbers.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** The sign between the cells of a table: the one that gives rows of equal length, with numbers in them. */
export function delimiterOf(csv: string): string {
  let best: { delimiter: string; score: number; width: number } = { delimiter: ',', score: 0, width: 1 };
  for (const delimiter of delimiters) {
    const { data } = papa.parse<string[]>(csv, { delimiter, preview: 50, skipEmptyLines: 'greedy' });
    const width = commonest(data.map(({ length }) => length));
    if (width < 2) continue;
    const alike = data.filter(({ length }) => length === width);
    const cells = alike.flat();
    const numeric = cells.filter((cell) => isNumeric(cell.trim())).length;
    const score = alike.length / data.length + numeric / cells.length;
    if (score > best.score || (score === best.score && width > best.width)) best = { delimiter, score, width };
  }
  return best.delimiter;
}

/** The number that occurs most often; the first of several. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0] as [number, number])[0];
}
