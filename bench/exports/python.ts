import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPython } from '@chainrule/export';
import { writeRows } from '../../packages/conformance/src/rows.ts';
import type { Runner } from './runner.ts';

/** Run by CPython. */
export const python: Runner = {
  name: 'Python',
  measure: async (net, folder) => {
    const text = toPython(net.outputs);
    writeFileSync(join(folder, 'model.py'), text);
    writeRows(join(folder, 'rows'), net);
    const width = net.columns.length;
    const script = `import array, time, model
numbers = array.array("d")
numbers.frombytes(open("rows", "rb").read())
rows = [list(numbers[i:i + ${width}]) for i in range(0, len(numbers), ${width})]
best = 1e9
for _ in range(5):
  start = time.perf_counter()
  for row in rows: model.predict_list(row)
  best = min(best, time.perf_counter() - start)
print(len(rows) / best)
`;
    writeFileSync(join(folder, 'main.py'), script);
    return {
      bytes: text.length,
      rowsPerSecond: Number(execFileSync('python3', ['main.py'], { cwd: folder, encoding: 'utf8' })),
    };
  },
};
