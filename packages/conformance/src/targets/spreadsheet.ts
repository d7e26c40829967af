import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lower } from '@chainrule/core';
import { type SpreadsheetOptions, toSpreadsheet } from '@chainrule/export';
import { expected, rowsOf as firstRows, type Net } from '../nets/net.ts';
import { computed, type Found } from './spreadsheet/libreOffice.ts';
import type { Target } from './target.ts';

/** Spreadsheets, computed by LibreOffice. */
export function spreadsheet(
  name: string,
  format: NonNullable<SpreadsheetOptions['format']>,
  leavesOut?: NonNullable<Target['leavesOut']>,
): Target {
  const sheets = async (texts: readonly string[], folder: string): Promise<Found[][][]> => {
    if (texts.length === 0) return [];
    const files = texts.map((text, i) => {
      const file = join(folder, `sheet${i}.${format}`);
      writeFileSync(file, text);
      return file;
    });
    return computed(files, folder);
  };
  return {
    name,
    bound: 1e-12,
    unit: 2 ** -48,
    tools: ['soffice'],
    extremes: [0, 1e4, -1e4],
    ...(leavesOut === undefined ? {} : { leavesOut }),
    run: async (nets, folder) => {
      const tables = await sheets(
        nets.map((net) => toSpreadsheet(net.outputs, { format, rows: rowsOf(net) })),
        folder,
      );
      return nets.map((net, i) => valuesOf(net, tables[i] as Found[][]));
    },
    print: (outputs) => toSpreadsheet(outputs, { format }),
    selfTests: async (checks, folder) => {
      const tables = await sheets(
        checks.map(({ net, edit = (text) => text }) =>
          edit(toSpreadsheet(net.outputs, { format, vectors: { rows: firstRows(net) } })),
        ),
        folder,
      );
      return tables.map((cells) => {
        const line = cells.find(([first]) => first === 'largest error');
        return { error: (line?.[1] as number | undefined) ?? Number.POSITIVE_INFINITY, bound: line?.[3] as number };
      });
    },
    names: async (groups, folder) => {
      const tables = await sheets(
        groups.map((outputs) => toSpreadsheet(outputs, { format })),
        folder,
      );
      return groups.map((outputs, i) => {
        const { slots } = lower(outputs);
        const header = Array.from(tables[i]?.find((row) => row.at(-1) === 'error') ?? [], (text) => `${text ?? ''}`);
        const named = format === 'csv' ? header.map((text) => text.replace(/^'/, '')) : header;
        return { inputs: named.slice(0, slots), outputs: named.slice(slots, 2 * slots) };
      });
    },
  };
}

const rowsOf = ({ outputs, columns }: Net): Record<string, number | number[]>[] => {
  const { fields } = lower(outputs);
  return Array.from({ length: columns[0]?.length ?? 1 }, (_, row) =>
    Object.fromEntries(
      fields.map(({ name, size, slot }) => {
        const at = (i: number): number => (columns[slot + i] as Float64Array)[row] as number;
        return [name, size === undefined ? at(0) : Array.from({ length: size }, (__, i) => at(i))];
      }),
    ),
  );
};

/** The outputs of all rows; an error stands for whatever is not a finite number. */
function valuesOf(net: Net, cells: readonly (readonly Found[])[]): Float64Array[] {
  const { slots } = lower(net.outputs);
  const first = cells.findIndex((row) => row.at(-1) === 'error') + 1;
  return expected(net).map((list, i) =>
    list.map((wanted, row) => {
      const found = cells[first + row]?.[slots + i];
      if (found === undefined && !Number.isFinite(wanted)) return wanted;
      return typeof found === 'number' ? found : Number.NaN;
    }),
  );
}
