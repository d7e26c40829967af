import { createReadStream } from 'node:fs';
import { interpreter, lower, type Outputs, type Program } from '@chainrule/core';
import { outputNames } from '../columns.ts';
import type { Command, Streams } from '../command.ts';
import { csvNames, csvNumber } from '../csv/csvText.ts';
import { inputRows } from '../inputRows.ts';
import { type Write, writing } from '../output.ts';
import { readModel } from '../readModel.ts';

/** `chainrule predict model.json rows.csv` */
export const predict: Command = {
  name: 'predict',
  about: 'Runs a network on the rows of a table, and writes a table of its outputs.',
  files: ['model.json', '[rows.csv]'],
  options: { output: { short: 'o', value: 'file', about: 'where to (by default to the terminal)' } },
  more: () => [
    'The table is CSV in UTF-8: the first line has the names of the inputs, in any order, among others if there are;',
    'a vector input has a column for each number: "pixel[0]", "pixel[1]" … Without rows.csv it is read from the',
    'standard input. Rows are written as they come: a table may be larger than the memory.',
  ],
  run: async ([model, file], { output }, { stdin, stdout }) => {
    const outputs = await readModel(model as string);
    await writing(output, stdout, (write) => predictAll(outputs, file ?? 'standard input', source(file, stdin), write));
  },
};

const source = (file: string | undefined, stdin: Streams['stdin']): Streams['stdin'] =>
  file === undefined ? stdin : createReadStream(file);

/** Rows that go through the network together. */
const together = 1024;

async function predictAll(outputs: Outputs, name: string, chunks: Streams['stdin'], write: Write): Promise<void> {
  const program = lower(outputs);
  const batch = batchOf(program);
  const rows = await inputRows(program, name, chunks);
  await write(csvNames(outputNames(outputs)));
  for await (const numbers of rows) if (batch.add(numbers)) await write(batch.take());
  await write(batch.take());
}

/** Collects rows, and runs the network on many at a time. */
function batchOf(program: Program) {
  // a sum over the batch is one over a single row, as in all exports
  const size = program.primitives.some(({ acrossBatch }) => acrossBatch) ? 1 : together;
  const machine = interpreter(program);
  const columns = Array.from({ length: program.slots }, () => new Float64Array(size));
  const results = Array.from(program.outputs, () => new Float64Array(size));
  let count = 0;
  return {
    /** Adds a row; tells whether there is no room for another one. */
    add: (numbers: Float64Array): boolean => {
      for (let slot = 0; slot < numbers.length; slot++)
        (columns[slot] as Float64Array)[count] = numbers[slot] as number;
      return ++count === size;
    },
    /** The outputs of the rows so far, as lines. */
    take: (): string => {
      if (count === 0) return '';
      machine.run(columns, count, results);
      // a value that is the same for all rows is given once
      const at = (i: number, row: number): number =>
        results[i]?.[program.rank[program.outputs[i] as number] === 0 ? 0 : row] as number;
      let text = '';
      for (let row = 0; row < count; row++) text += `${results.map((_, i) => csvNumber(at(i, row))).join(',')}\n`;
      count = 0;
      return text;
    },
  };
}
