import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the Lab in a process of its own, so that this one can go on.
 * @returns The folder of the build.
 * @throws Error with what the build said if it failed.
 */
export async function buildLab(folder: string = join(root, 'dist')): Promise<string> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const args = [vite, 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', folder];
  const env = { ...process.env, NODE_ENV: 'production' };
  const build = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (text) => (said += text));
  const code = await new Promise<number | null>((done, fail) => build.on('error', fail).on('close', done));
  if (code !== 0) throw new Error(`The Lab could not be built:\n${said.trim().slice(-2000)}`);
  return folder;
}
