import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { journey } from './lab.ts';

/** What the page and the worker may fetch before the graph is on the screen, in bytes, packed. */
const most = 60_000;

/** How many bytes each of some scripts has, packed. */
const sizesOf = (names: Iterable<string>): Record<string, number> =>
  Object.fromEntries(
    Array.from(names, (name) => [name, gzipSync(readFileSync(join(inject('folder'), 'assets', name))).length]),
  );

/** That they are no more than they may be; what they are is told. */
function expectFew(sizes: Record<string, number>): void {
  const sum = Object.values(sizes).reduce((total, size) => total + size, 0);
  expect(sum, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(most);
}

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
  const files = new Set([...withImports(entry), ...withImports(worker as string)]);
  expect(files.size).toBeGreaterThanOrEqual(2);
  expectFew(sizesOf(files));
});

/** Runs in the page before its own scripts: notes when the graph is first painted. */
function note(): void {
  const page = globalThis as unknown as { drawn?: number };
  new MutationObserver((_, observer) => {
    if (document.querySelector('.graph-canvas[data-items]') === null) return;
    observer.disconnect();
    page.drawn = performance.timeOrigin + performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

journey('what page and worker ask for until the graph is painted is at most 60 kB, packed', async ({ lab }) => {
  const { page, context, address } = lab;
  const requests: Request[] = [];
  context.on('request', (request) => {
    if (/\/assets\/[^/]+\.js$/.test(new URL(request.url()).pathname)) requests.push(request);
  });
  await page.addInitScript(note);
  await page.goto(address);
  await page.locator('.graph-canvas[data-items]').waitFor();
  await page.waitForLoadState('networkidle'); // when a request began is known once it has ended
  const drawn = await page.evaluate(() => (globalThis as unknown as { drawn: number }).drawn);
  const names = new Set(
    requests
      .filter((request) => request.timing().startTime > 0 && request.timing().startTime <= drawn)
      .map((request) => basename(new URL(request.url()).pathname)),
  );
  expect([...names].some((name) => name.startsWith('train.worker'))).toBe(true);
  expectFew(sizesOf(names));
});
