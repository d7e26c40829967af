import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SelfTest } from './selfTest.ts';
import { noVectors, output, toolOf, verdictOf } from './tool.ts';

/** Compiles a header with the C compiler of the machine, and runs it. */
export const verifyC: SelfTest = async (text, folder) => {
  const [, name] = /(\w+)_self_test\(void\)/.exec(text) ?? [];
  if (name === undefined) throw noVectors();
  const compiler = toolOf('C', ['cc', 'gcc', 'clang']);
  const print = `printf("%.17g %.17g", (double)${name}_self_test(), (double)${name.toUpperCase()}_BOUND)`;
  await writeFile(join(folder, 'model.h'), text);
  await writeFile(
    join(folder, 'main.c'),
    `#include <stdio.h>\n#include "model.h"\nint main(void) {\n  ${print};\n  return 0;\n}\n`,
  );
  await output(folder, compiler, '-std=c99', '-O2', 'main.c', '-o', 'main', '-lm');
  return verdictOf(await output(folder, join(folder, 'main')));
};
