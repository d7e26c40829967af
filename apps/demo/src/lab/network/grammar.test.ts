import { expect, it, test } from 'vitest';
import { presets } from '../state/presets.ts';
import { parseNetwork, printNetwork } from './grammar.ts';

it('reads the texts of all presets, and writes them back', () => {
  for (const { state } of Object.values(presets))
    expect(printNetwork(parseNetwork(state.model.network))).toBe(state.model.network);
});

it('takes any spaces', () => {
  expect(printNetwork(parseNetwork(' 2>linear  8   tanh>linear 1 '))).toBe('2 > linear 8 tanh > linear 1');
});

test.each([
  ['', /number of its inputs, not ""/],
  ['linear 8', /number of its inputs, not "linear 8"/],
  ['2', /at least one linear layer/],
  ['2 > standardize', /at least one linear layer/],
  ['2 > dense 8', /Layer 1, "dense 8": expected "linear WIDTH"/],
  ['2 > linear', /the width is ""/],
  ['2 > linear 1001', /the width is "1001", expected a whole number from 1 to 1000/],
  ['2 > linear 8 tanx', /no activation "tanx"\. There are: tanh, relu/],
  ['2 > linear 8 tanh relu', /"relu" is one word too many/],
  ['2 > linear 3 softmax > linear 1', /Layer 1 has softmax, which belongs after the last layer/],
])('refuses %j', (text, message) => {
  expect(() => parseNetwork(text)).toThrow(message);
});
