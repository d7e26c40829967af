import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Data, Outputs } from '@chainrule/core';
import { type COptions, toC } from '@chainrule/export';
import { rowsOf } from '../nets/net.ts';
import { readResults, writeRows } from '../rows.ts';
import { tool } from '../tool.ts';
import { inTurn } from './inTurn.ts';
import type { Check, Target } from './target.ts';

/** As a careful user compiles; -march=native has fused multiply-adds, which must not be used. */
const flags = [
  '-std=c99',
  '-O2',
  '-march=native',
  '-Wall',
  '-Wextra',
  '-Wpedantic',
  '-Wshadow',
  '-Wdouble-promotion',
  '-Werror',
];

/** C headers, compiled by gcc. */
export function c(options: COptions, about: Pick<Target, 'bound' | 'unit' | 'rounded' | 'leavesOut'>): Target {
  const { type = 'double', functions = 'bundled' } = options;
  const build = async (folder: string, main: string): Promise<void> => {
    writeFileSync(join(folder, 'main.c'), main);
    await tool(folder, 'gcc', ...flags, 'main.c', '-o', 'main', '-lm');
  };
  const header = (folder: string, outputs: Outputs, name = 'model', edit = (text: string) => text, rows?: Data): void =>
    writeFileSync(join(folder, `${name}.h`), edit(toC(outputs, { ...options, name, vectors: rows && { rows } })));
  return {
    name: `C, ${type}, ${functions}`,
    tools: ['gcc'],
    print: (outputs) => toC(outputs, options),
    ...about,
    run: async (nets, folder) => {
      if (nets.length === 0) return [];
      const counts = nets.map((net, k) => {
        header(folder, net.outputs, `net${k}`);
        return writeRows(join(folder, `net${k}.in`), net);
      });
      await build(
        folder,
        `#include <stdio.h>
${nets.map((_, k) => `#include "net${k}.h"`).join('\n')}
static void run(const char *from, const char *to, long rows, int inputs, int outputs, void (*predict)(const ${type} *, ${type} *)) {
  FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
  for (long row = 0; row < rows; row++) {
    ${type} x[1000], y[5000];
    for (int i = 0; i < inputs; i++) {
      double value;
      if (fread(&value, sizeof value, 1, in) != 1) return;
      x[i] = (${type})value;
    }
    predict(x, y);
    for (int i = 0; i < outputs; i++) {
      const double value = (double)y[i];
      fwrite(&value, sizeof value, 1, out);
    }
  }
  fclose(in);
  fclose(out);
}
int main(void) {
${nets.map((_, k) => `  run("net${k}.in", "net${k}.out", ${counts[k]}, NET${k}_INPUTS, NET${k}_OUTPUTS, net${k}_predict);`).join('\n')}
  return 0;
}
`,
      );
      await tool(folder, './main');
      return nets.map((net, k) => readResults(join(folder, `net${k}.out`), net));
    },
    selfTests: inTurn(async ({ net, edit }: Check, folder) => {
      header(folder, net.outputs, 'model', edit, rowsOf(net));
      await build(
        folder,
        '#include <stdio.h>\n#include "model.h"\nint main(void) { printf("[%.17g, %.17g]", model_self_test(), (double)MODEL_BOUND); return 0; }\n',
      );
      const [error, bound] = JSON.parse((await tool(folder, './main')).replace('inf', '1e999')) as [number, number];
      return { error, bound };
    }),
    names: inTurn(async (outputs: Outputs, folder) => {
      header(folder, outputs);
      // hexadecimal, a line for each name
      const print = (count: string, what: string): string =>
        `for (int i = 0; i < ${count}; i++) {
    for (const char *c = model_${what}_name(i); *c; c++) printf("%02x", (unsigned char)*c);
    putchar(10);
  }`;
      const count = Object.keys(outputs).length; // there are as many inputs, in these tests
      const main = `int main(void) {\n  ${print(`${count}`, 'input')}\n  ${print(`${count}`, 'output')}\n  return 0;\n}\n`;
      await build(folder, `#include <stdio.h>\n#include "model.h"\n${main}`);
      const lines = (await tool(folder, './main')).split('\n').map((line) => Buffer.from(line, 'hex').toString());
      return { inputs: lines.slice(0, count), outputs: lines.slice(count, 2 * count) };
    }),
  };
}
