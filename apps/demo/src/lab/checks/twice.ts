import { ask } from '../store.ts';
import type { Check } from './check.ts';
import { readable } from './readable.ts';

export const twice: Check = {
  title: 'Training twice gives the same weights',
  about: 'Two runs from the start, beside the one that you see; the fingerprint is of every bit of every weight.',
  run: async () => {
    const { steps, fingerprints } = await ask('checkTwice', undefined);
    const [first, second] = fingerprints;
    return {
      holds: first === second,
      result: `${readable(steps)} steps each: ${first === second ? 'the same fingerprint' : 'the fingerprints differ'}.`,
      numbers: [
        ['first run', first],
        ['second run', second],
      ],
    };
  },
};
