import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildLab } from './buildLab.ts';

const work = mkdtempSync(join(tmpdir(), 'lab-'));
afterAll(() => rmSync(work, { recursive: true }));

it('gives the folder of a build of which every address is relative, the service worker among its files', async () => {
  const folder = await buildLab(join(work, 'dist'));
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address as string);
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) expect(address).toMatch(/^\.\//);
  const [, files] = /^const files=(\[.*?\]),version="[0-9a-f]{16}";/.exec(
    readFileSync(join(folder, 'sw.js'), 'utf8'),
  ) as unknown as [string, string];
  for (const address of addresses) expect(JSON.parse(files)).toContain(address);
  const script = readFileSync(join(folder, addresses.find((address) => address.endsWith('.js')) as string), 'utf8');
  expect(script, 'the build is for production, whatever NODE_ENV is here').toContain('sw.js');
  expect(JSON.parse(files)).toContain('./');
  expect(JSON.parse(files)).not.toContain('./sw.js');
});

it('fails with what the build said', async () => {
  const file = join(work, 'file');
  writeFileSync(file, '');
  await expect(buildLab(file)).rejects.toThrow(/The Lab could not be built:\n.+/);
});
