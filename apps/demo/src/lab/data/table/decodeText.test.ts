import { expect, test } from 'vitest';
import { decodeText } from './decodeText.ts';

test.each<[string, number[]]>([
  ['UTF-8', [...new TextEncoder().encode('Zürich,1')]],
  ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('Zürich,1')]],
  ['UTF-16, low byte first', [0xff, 0xfe, ...Array.from('Zürich,1', (sign) => [sign.charCodeAt(0), 0]).flat()]],
  ['UTF-16, high byte first', [0xfe, 0xff, ...Array.from('Zürich,1', (sign) => [0, sign.charCodeAt(0)]).flat()]],
  ['Windows-1252', Array.from('Zürich,1', (sign) => sign.charCodeAt(0))],
])('%s', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe('Zürich,1');
});
