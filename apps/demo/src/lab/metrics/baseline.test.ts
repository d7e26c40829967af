import { expect, it } from 'vitest';
import { load } from '../data/load.ts';
import { presets } from '../state/presets.ts';
import { baseline } from './baseline.ts';

const table = (csv: string) => load({ source: { kind: 'table', csv, target: '' }, test: 0, seed: 1 });

it('for classes, it always says the largest', async () => {
  expect(baseline(await table('a,b\n1,x\n2,y\n3,y\n4,z\n'))).toEqual({ says: 1, training: 0.5, test: undefined });
  expect(baseline(await table('a,b\n1,0\n2,1\n3,1\n4,1\n'))).toEqual({ says: 1, training: 0.75, test: undefined });
});

it('for numbers, it always says the mean: off by the standard deviation', async () => {
  expect(baseline(await table('a,b\n1,2\n2,4\n3,6\n4,8\n'))).toEqual({
    says: 5,
    training: Math.sqrt(5),
    test: undefined,
  });
});

it('is judged on the rows that are kept away as well', async () => {
  const { training, test } = baseline(await load(presets.iris.state.data));
  expect(training).toBeGreaterThan(0.33);
  expect(training).toBeLessThan(0.4);
  expect(test).toBeLessThan(1 / 3);
});
