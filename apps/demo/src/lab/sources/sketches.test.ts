import { expect, test } from 'vitest';
import { load } from '../data/load.ts';
import { sketchOf } from '../data/sketchOf.ts';
import { presetNames } from '../state/choices.ts';
import { presets } from '../state/presets.ts';
import { sketches } from './sketches.ts';

test.each(presetNames)('the sketch of %s is of its data', async (name) => {
  const { training, ...about } = await load({ ...presets[name].state.data, test: 0 });
  expect(sketches[name]).toBe(sketchOf({ ...about, ...training }));
});
