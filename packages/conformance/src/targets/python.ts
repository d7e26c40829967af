import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Data, Outputs } from '@chainrule/core';
import { toPython } from '@chainrule/export';
import { rowsOf } from '../nets/net.ts';
import { readResults, writeRows } from '../rows.ts';
import { tool } from '../tool.ts';
import { inTurn } from './inTurn.ts';
import type { Check, Target } from './target.ts';

const write = (folder: string, outputs: Outputs, name = 'model', edit = (text: string) => text, rows?: Data): void =>
  writeFileSync(join(folder, `${name}.py`), edit(toPython(outputs, rows && { vectors: { rows } })));

async function python(folder: string, script: string): Promise<string> {
  writeFileSync(join(folder, 'main.py'), script);
  return tool(folder, 'python3', 'main.py');
}

/** Python modules, run by CPython. */
export const pythonTarget: Target = {
  name: 'Python',
  bound: 0,
  tools: ['python3'],
  print: (outputs) => toPython(outputs),
  run: async (nets, folder) => {
    nets.forEach((net, k) => {
      write(folder, net.outputs, `net${k}`);
      writeRows(join(folder, `net${k}.in`), net);
    });
    await python(
      folder,
      `import array, importlib
for k, inputs in enumerate(${JSON.stringify(nets.map(({ columns }) => columns.length))}):
  predict = importlib.import_module(f"net{k}").predict_list
  numbers = array.array("d")
  numbers.frombytes(open(f"net{k}.in", "rb").read())
  rows = [numbers[i:i + inputs] for i in range(0, len(numbers), inputs)] if inputs else [[]]
  out = array.array("d")
  for row in rows: out.extend(predict(row))
  open(f"net{k}.out", "wb").write(out.tobytes())
`,
    );
    return nets.map((net, k) => readResults(join(folder, `net${k}.out`), net));
  },
  selfTests: inTurn(async ({ net, edit }: Check, folder) => {
    write(folder, net.outputs, 'model', edit, rowsOf(net));
    const text = await python(folder, 'import json, model\nprint(json.dumps([model.self_test(), model.BOUND]))\n');
    const [error, bound] = JSON.parse(text.replace('Infinity', '1e999')) as [number, number];
    return { error, bound };
  }),
  names: inTurn(async (outputs: Outputs, folder) => {
    write(folder, outputs);
    const script = `import json, model
row = {name: 1.0 if size is None else [1.0] * size for name, size in model.INPUTS}
print(json.dumps({"inputs": [name for name, _ in model.INPUTS], "outputs": list(model.predict(row).keys())}))
`;
    return JSON.parse(await python(folder, script));
  }),
};
