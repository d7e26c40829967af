import { expect, it, test } from 'vitest';
import { type Choices, predictOf, roleOf, targetOf, withRole } from './choices.ts';

const heading = ['a', 'b', 'c'];
const none: Choices = { target: '' };

it('the target is the last column that is used, unless one is chosen', () => {
  expect(targetOf(none, heading)).toBe('c');
  expect(targetOf({ target: '', ignored: ['c'] }, heading)).toBe('b');
  expect(targetOf({ target: 'a' }, heading)).toBe('a');
});

test.each(['target', 'input', 'encoded', 'ignored'] as const)('a column that is made %s is that', (role) => {
  expect(roleOf('a', withRole('a', role, none, heading), heading)).toBe(role);
});

it('there is one target: the former becomes an input', () => {
  const next = withRole('a', 'target', none, heading);
  expect(heading.map((name) => roleOf(name, next, heading))).toEqual(['target', 'input', 'input']);
});

it('a target that is ignored gives its place to another, which is then not encoded', () => {
  const next = withRole('c', 'ignored', { target: 'c', encoded: ['b'] }, heading);
  expect(heading.map((name) => roleOf(name, next, heading))).toEqual(['input', 'target', 'ignored']);
});

it('what is predicted of one target is not kept for another', () => {
  expect(withRole('a', 'target', { target: 'c', predict: 'class' }, heading).predict).toBeUndefined();
  expect(withRole('a', 'ignored', { target: 'c', predict: 'class' }, heading).predict).toBe('class');
});

it('words, and the numbers 0 and 1, are classes', () => {
  const column = { name: 'c', missing: 0 };
  expect(predictOf(none, { ...column, holds: 'words', values: ['x', 'y', 'z'] })).toBe('class');
  expect(predictOf(none, { ...column, holds: 'numbers', values: ['0', '1'] })).toBe('class');
  expect(predictOf(none, { ...column, holds: 'numbers', values: ['0', '1', '2'] })).toBe('number');
  expect(predictOf({ target: '', predict: 'number' }, { ...column, holds: 'numbers', values: ['0', '1'] })).toBe(
    'number',
  );
});
