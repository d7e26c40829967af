// What calls leave to the collector of garbage, which is counted in a process with a young generation of 1 MB.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** The collections during 100,000 calls of each kind. */
async function collections(...args: readonly string[]): Promise<Record<string, number>> {
  const script = join(import.meta.dirname, 'testing/collections.ts');
  const flags = ['--trace-gc', '--min-semi-space-size=1', '--max-semi-space-size=1', '--conditions=@chainrule/source'];
  const { stdout } = await run(process.execPath, [...flags, script, ...args]);
  const found: Record<string, number> = {};
  let count = 0;
  for (const line of stdout.split('\n')) {
    if (line.startsWith('begin ')) count = 0;
    else if (line.startsWith('end ')) found[line.slice(4)] = count;
    else if (line.includes(' ms: ')) count++;
  }
  return found;
}

test('batches into columns that are there, and steps of training, allocate no list of the size of a batch', async () => {
  const clean = await collections();
  expect(Object.keys(clean)).toEqual([
    ...['interpreter', 'javascript', 'wasm', 'wasm f32'].map((name) => `batch ${name}`),
    ...['javascript', 'wasm', 'wasm f32'].map((name) => `training ${name}`),
  ]);
  for (const [name, count] of Object.entries(clean)) expect(count, name).toBeLessThan(30);
  for (const [name, count] of Object.entries(await collections('--litter')))
    expect(count, `${name}, 528 bytes more a call`).toBeGreaterThan(40);
}, 120_000);
