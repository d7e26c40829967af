import { expect, test } from 'vitest';
import type { Screen } from '../terminal/screen.ts';
import { closing } from './closing.ts';
import { teller } from './teller.ts';

function recorded(options: Partial<Screen> = {}) {
  const lines: string[] = [];
  const tell = teller({ width: 40, colour: false, live: false, print: (line) => lines.push(line), ...options });
  return { lines, tell };
}

test('teller numbers chapters, wraps prose, indents and cuts code', () => {
  const { lines, tell } = recorded();
  tell.chapter('One');
  tell.say('A sentence that is a good deal longer than the screen is wide.');
  tell.code(['// comment', 'x'.repeat(50)]);
  tell.chapter('Two');
  expect(lines).toEqual([
    '',
    `1. One ${'─'.repeat(33)}`,
    '',
    'A sentence that is a good deal longer',
    'than the screen is wide.',
    '',
    '  // comment',
    `  ${'x'.repeat(37)}…`,
    '',
    `2. Two ${'─'.repeat(33)}`,
  ]);
});

test('teller.live leaves a blank line before a line that is rewritten, and nothing where none can be', async () => {
  const terminal = { isTTY: true, write: () => true };
  const onTerminal = recorded({ live: terminal });
  expect(await onTerminal.tell.live(async (progress) => progress)).toBe(terminal);
  expect(onTerminal.lines).toEqual(['']);
  const piped = recorded();
  expect(await piped.tell.live(async (progress) => progress)).toBe(false);
  expect(piped.lines).toEqual([]);
});

test('closing gives 0 when every claim held', () => {
  const { lines, tell } = recorded();
  tell.check(true, 'one and one is two');
  expect(lines).toEqual(['', '✓ one and one is two']);
  expect(closing(tell, 1.26)).toBe(0);
  expect(lines.slice(-2)).toEqual(['1 of 1 checks held. The whole story took', '1.3 seconds.']);
});

test('closing gives 1 and says what did not come true', () => {
  const { lines, tell } = recorded();
  tell.check(true, 'the sky is blue');
  tell.check(false, 'the weight is 0.54, which is 5/9');
  expect(lines.at(-1)).toBe('✗ the weight is 0.54, which is 5/9');
  expect(closing(tell, 2)).toBe(1);
  expect(lines.slice(-2)).toEqual(['One thing did not come true:', '- the weight is 0.54, which is 5/9']);
});
