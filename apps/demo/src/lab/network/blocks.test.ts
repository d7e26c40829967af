import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames } from './activationNames.ts';
import { blocksOf, standardized, withLayer, withoutRow, withRow } from './blocks.ts';
import { type NetworkText, parseNetwork, printNetwork } from './grammar.ts';

const edited = (text: string, edit: (network: NetworkText) => NetworkText): string =>
  printNetwork(edit(parseNetwork(text)));

describe('blocks and text are the same network', () => {
  const layer = fc.record({
    kind: fc.constant('linear' as const),
    width: fc.integer({ min: 1, max: 1000 }),
    activation: fc.constantFrom(undefined, ...activationNames.filter((name) => name !== 'softmax')),
  });
  const networks = fc.record({
    inputs: fc.integer({ min: 1, max: 500 }),
    layers: fc
      .tuple(fc.boolean(), fc.array(layer, { minLength: 1, maxLength: 6 }))
      .map(([first, rest]) => [...(first ? [{ kind: 'standardize' as const }] : []), ...rest]),
  });

  it('what is printed is read back', () => {
    fc.assert(fc.property(networks, (network) => void expect(parseNetwork(printNetwork(network))).toEqual(network)));
  });

  it('every edit gives a text that can be read', () => {
    fc.assert(
      fc.property(networks, fc.nat(5), fc.integer({ min: -5, max: 2000 }), (network, row, width) => {
        for (const next of [
          withRow(network, row, { width }),
          withLayer(network),
          withoutRow(network, row),
          standardized(network, true),
          standardized(network, false),
        ])
          expect(parseNetwork(printNetwork(next))).toEqual(next);
      }),
    );
  });

  it('a layer that is added can be taken away', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const more = withLayer(network);
        const { rows } = blocksOf(more);
        expect(rows.length).toBe(blocksOf(network).rows.length + 1);
        expect(withoutRow(more, rows.length - 2)).toEqual(network);
      }),
    );
  });
});

it('a row is changed by its place among the rows', () => {
  const text = '2 > standardize > linear 8 tanh > linear 1 sigmoid';
  expect(edited(text, (network) => withRow(network, 0, { width: 9 }))).toBe(
    '2 > standardize > linear 9 tanh > linear 1 sigmoid',
  );
  expect(edited(text, (network) => withRow(network, 0, { activation: undefined }))).toBe(
    '2 > standardize > linear 8 > linear 1 sigmoid',
  );
});

it('an added layer is like the one before it, and stands before the last', () => {
  expect(edited('2 > linear 4 relu > linear 1', withLayer)).toBe('2 > linear 4 relu > linear 4 relu > linear 1');
  expect(edited('2 > linear 1', withLayer)).toBe('2 > linear 8 tanh > linear 1');
});

it('the last row cannot be taken away', () => {
  expect(edited('2 > linear 4 > linear 1', (network) => withoutRow(network, 1))).toBe('2 > linear 4 > linear 1');
});

it('inputs are standardized once', () => {
  const twice = edited('2 > linear 1', (network) => standardized(standardized(network, true), true));
  expect(twice).toBe('2 > standardize > linear 1');
  expect(edited(twice, (network) => standardized(network, false))).toBe('2 > linear 1');
});
