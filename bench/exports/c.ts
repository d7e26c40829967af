import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type COptions, toC } from '@chainrule/export';
import { writeRows } from '../../packages/conformance/src/rows.ts';
import { type Runner, rounds } from './runner.ts';

/** Compiled by gcc -O2. */
export const c = (options: COptions): Runner => ({
  name: `C, ${options.type ?? 'double'}, ${options.functions ?? 'bundled'}`,
  measure: async (net, folder) => {
    const text = toC(net.outputs, options);
    writeFileSync(join(folder, 'model.h'), text);
    const count = writeRows(join(folder, 'rows'), net);
    const type = options.type ?? 'double';
    writeFileSync(
      join(folder, 'main.c'),
      `#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <time.h>
#include "model.h"
static ${type} rows[${count}][MODEL_INPUTS];
int main(void) {
  FILE *in = fopen("rows", "rb");
  volatile ${type} sink;
  double best = 1e9;
  for (int r = 0; r < ${count}; r++)
    for (int i = 0; i < MODEL_INPUTS; i++) {
      double value;
      if (fread(&value, sizeof value, 1, in) != 1) return 1;
      rows[r][i] = value;
    }
  for (int round = 0; round < ${rounds}; round++) {
    struct timespec from, to;
    ${type} y[MODEL_OUTPUTS];
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int r = 0; r < ${count}; r++) {
      model_predict(rows[r], y);
      sink = y[0];
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    double seconds = (to.tv_sec - from.tv_sec) + 1e-9 * (to.tv_nsec - from.tv_nsec);
    if (seconds < best) best = seconds;
  }
  (void)sink;
  printf("%g", ${count} / best);
  return 0;
}
`,
    );
    execFileSync('gcc', ['-std=c99', '-O2', '-march=native', 'main.c', '-o', 'main', '-lm'], { cwd: folder });
    const rowsPerSecond = Number(execFileSync(join(folder, 'main'), { cwd: folder, encoding: 'utf8' }));
    return { bytes: text.length, rowsPerSecond };
  },
});
