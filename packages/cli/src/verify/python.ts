import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SelfTest } from './selfTest.ts';
import { noVectors, output, toolOf, verdictOf } from './tool.ts';

/** Runs a module by Python 3. */
export const verifyPython: SelfTest = async (text, folder) => {
  if (!text.includes('def self_test(')) throw noVectors();
  const python = toolOf('Python', ['python3', 'python']);
  await writeFile(join(folder, 'model.py'), text);
  await writeFile(join(folder, 'main.py'), 'import model\nprint(repr(model.self_test()), repr(model.BOUND))\n');
  return verdictOf(await output(folder, python, 'main.py'));
};
