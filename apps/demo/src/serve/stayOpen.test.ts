import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { stayOpen } from './stayOpen.ts';

const folder = mkdtempSync(join(tmpdir(), 'lab-'));
writeFileSync(join(folder, 'index.html'), 'the Lab');
afterAll(() => rmSync(folder, { recursive: true }));

/** Stays open for a process of these settings; `lines` are what it printed. */
function stay(built: PromiseSettledResult<string>, env: Record<string, string> = {}) {
  const lines: string[] = [];
  const printed = new EventEmitter();
  const process = Object.assign(new EventEmitter(), { env });
  const print = (line: string): void => {
    lines.push(line);
    printed.emit(line);
  };
  return { lines, printed, process, ended: stayOpen({ print }, built, process) };
}

it('serves the Lab at the printed address until Ctrl-C', async () => {
  const { lines, printed, process, ended } = stay({ status: 'fulfilled', value: folder });
  await once(printed, 'Ctrl-C closes it.');
  const [, said] = lines as [string, string];
  expect(said).toMatch(/^The Lab is open: http:\/\/127\.0\.0\.1:\d+\/$/);
  const address = said.slice(said.indexOf('http'));
  expect(await (await fetch(address)).text()).toBe('the Lab');
  process.emit('SIGINT');
  await ended;
  await expect(fetch(address)).rejects.toThrow();
});

it('says what the build said if there is no Lab, and goes', async () => {
  const { lines, ended } = stay({ status: 'rejected', reason: new Error('The Lab could not be built:\nno vite') });
  await ended;
  expect(lines).toEqual(['', 'The Lab is not open. The Lab could not be built:\nno vite']);
});

it('says what is wrong with PORT, and goes', async () => {
  const { lines, ended } = stay({ status: 'fulfilled', value: folder }, { PORT: 'x' });
  await ended;
  expect(lines[1]).toBe('The Lab is not open. PORT is "x", expected a whole number from 0 to 65535.');
});
