import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';

/** What the page and the worker may fetch before the worker listens, in bytes, packed. */
const most = 60_000;

/** A script of the build, and all that it imports at once. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const code = readFileSync(join(inject('folder'), 'assets', name), 'utf8');
  for (const [, path] of code.matchAll(/\b(?:import|from)\s*["'`](\.\/[^"'`]+\.js)["'`]/g))
    withImports(basename(path as string), seen);
  return seen;
}

it('the script that the page and its worker start with is at most 60 kB, packed', () => {
  const page = readFileSync(join(inject('folder'), 'index.html'), 'utf8');
  const [, entry] = /<script[^>]* src="\.\/assets\/([^"]+)"/.exec(page) as unknown as [string, string];
  const worker = readdirSync(join(inject('folder'), 'assets')).find((name) => name.startsWith('train.worker'));
  const files = [...withImports(entry), ...withImports(worker as string)];
  expect(files.length).toBeGreaterThan(5);
  const sizes = files.map(
    (name) => [name, gzipSync(readFileSync(join(inject('folder'), 'assets', name))).length] as const,
  );
  const sum = sizes.reduce((total, [, size]) => total + size, 0);
  expect(sum, JSON.stringify(Object.fromEntries(sizes), null, 1)).toBeLessThanOrEqual(most);
});
