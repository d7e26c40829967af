import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJavaScript } from '@chainrule/export';
import { type Runner, rounds } from './runner.ts';

export const javascript = (functions: 'bundled' | 'Math'): Runner => ({
  name: `JavaScript, ${functions}`,
  measure: async ({ outputs, columns }, folder) => {
    const text = toJavaScript(outputs, { functions });
    const file = join(folder, 'model.mjs');
    writeFileSync(file, text);
    const { predictInto } = await import(pathToFileURL(file).href);
    const count = columns[0]?.length as number;
    const rows = Array.from({ length: count }, (_, row) =>
      Float64Array.from(columns, (column) => column[row] as number),
    );
    const y = new Float64Array(100);
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 10 * rounds; round++) {
      const start = performance.now();
      for (const row of rows) predictInto(row, y);
      best = Math.min(best, performance.now() - start);
    }
    return { bytes: text.length, rowsPerSecond: (1000 * count) / best };
  },
});
