import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lower, type Outputs } from '@chainrule/core';
import { type JavaScriptOptions, toJavaScript } from '@chainrule/export';
import { type Net, rowsOf } from '../nets/net.ts';
import { inTurn } from './inTurn.ts';
import type { Check, Target } from './target.ts';

interface Module {
  readonly inputs: readonly { readonly name: string; readonly size?: number }[];
  predict(row: object): unknown;
  predictInto(x: Float64Array, y: Float64Array): void;
  readonly bound: number;
  selfTest(): number;
}

let count = 0;

async function load(text: string, folder: string): Promise<Module> {
  const file = join(folder, `module${count++}.mjs`);
  writeFileSync(file, text);
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

/** JavaScript modules, imported by this Node. */
export function javascript(
  functions: NonNullable<JavaScriptOptions['functions']>,
  bounds: Pick<Target, 'bound' | 'unit'>,
): Target {
  const print = (outputs: Outputs): string => toJavaScript(outputs, { functions });
  return {
    name: `JavaScript, ${functions}`,
    ...bounds,
    tools: [],
    print,
    run: (nets, folder) => Promise.all(nets.map(async (net) => resultsOf(net, await load(print(net.outputs), folder)))),
    selfTests: inTurn(async ({ net, edit = (text) => text }: Check, folder) => {
      const text = toJavaScript(net.outputs, { functions, vectors: { rows: rowsOf(net) } });
      const { selfTest, bound: stated } = await load(edit(text), folder);
      return { error: selfTest(), bound: stated };
    }),
    names: inTurn(async (outputs: Outputs, folder) => {
      const { inputs, predict } = await load(print(outputs), folder);
      const row = Object.fromEntries(
        inputs.map(({ name, size }) => [name, size === undefined ? 1 : new Array(size).fill(1)]),
      );
      return { inputs: inputs.map(({ name }) => name), outputs: Object.keys(predict(row) as object) };
    }),
  };
}

function resultsOf({ outputs, columns }: Net, { predictInto }: Module): Float64Array[] {
  const { slots, outputs: ids } = lower(outputs);
  const rows = columns[0]?.length ?? 1;
  const lists = Array.from(ids, () => new Float64Array(rows));
  const [x, y] = [new Float64Array(slots), new Float64Array(ids.length)];
  for (let row = 0; row < rows; row++) {
    for (let slot = 0; slot < slots; slot++) x[slot] = columns[slot]?.[row] as number;
    predictInto(x, y);
    for (let i = 0; i < y.length; i++) (lists[i] as Float64Array)[row] = y[i] as number;
  }
  return lists;
}
