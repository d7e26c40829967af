import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../errors.ts';
import type { SelfTest } from './selfTest.ts';
import { noVectors, output, verdictOf } from './tool.ts';

const script = (file: string): string =>
  `import { bound, selfTest } from './${file}';\nconsole.log(selfTest(), bound);\n`;

/** Runs a module by this Node, in a process of its own. */
const run =
  (file: string): SelfTest =>
  async (text, folder) => {
    if (!text.includes('export function selfTest(')) throw noVectors();
    await writeFile(join(folder, file), text);
    await writeFile(join(folder, 'main.mjs'), script(file));
    return verdictOf(await output(folder, process.execPath, 'main.mjs'));
  };

export const verifyJavaScript: SelfTest = run('model.mjs');

/** Node runs TypeScript since 22.18. */
export const verifyTypeScript: SelfTest = async (text, folder) => {
  if (!('typescript' in process.features) || process.features.typescript === false)
    throw failure(`TypeScript needs Node 22.18 or newer, and this is ${process.version}. Verify with a newer Node.`);
  return run('model.mts')(text, folder);
};
