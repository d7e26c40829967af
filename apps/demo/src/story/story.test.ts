import { expect, test } from 'vitest';
import { screenFor } from '../terminal/screen.ts';
import { story } from './story.ts';

test('the story in a terminal of 60 columns: colour, a live line for each training, nothing cut but formulas', {
  timeout: 60_000,
}, async () => {
  let written = '';
  const terminal = { isTTY: true, columns: 60, write: (text: string) => (written += text) };
  expect(await story(screenFor(terminal, {}), () => 1500)).toBe(0);

  expect(written.match(/epoch (\d+)\/\1 {2}█{20} {2}loss \S+ [^\r]*\n/g)?.length).toBe(8);
  expect(written).toContain('▀');
  expect(written).toContain('\x1b[32m✓\x1b[0m');
  expect(written).toContain('The whole story took 1.5 seconds.');

  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for
  const plain = written.replace(/\x1b\[[\d;]*[mK]/g, '');
  const lines = plain.split('\n').flatMap((line) => line.split('\r'));
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
  expect(lines.filter((line) => line.endsWith('…') && !/^ {2}(s\d+ = .*)?…$/.test(line))).toEqual([]);
});
