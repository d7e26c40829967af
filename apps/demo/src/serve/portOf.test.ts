import { expect, test } from 'vitest';
import { portOf } from './portOf.ts';

test('portOf takes the port from PORT, and any free one without it', () => {
  expect(portOf({ PORT: '8080' })).toBe(8080);
  expect(portOf({ PORT: '' })).toBe(0);
  expect(portOf({})).toBe(0);
});

test.each(['http', '65536', '-1', '80.5'])('portOf refuses %j', (PORT) => {
  expect(() => portOf({ PORT })).toThrow(`PORT is "${PORT}", expected a whole number from 0 to 65535.`);
});
