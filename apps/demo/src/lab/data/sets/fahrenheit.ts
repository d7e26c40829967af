import type { MakeSet } from './set.ts';

/** Temperatures in both units, as in the article: Fahrenheit is uniform in −1…1. */
export const fahrenheit: MakeSet = ({ count, noise, generator }) => {
  const input = Float64Array.from({ length: count }, () => generator.uniform(-1, 1));
  return {
    task: 'regression',
    features: ['fahrenheit'],
    targetName: 'celsius',
    classes: [],
    count,
    inputs: [input],
    target: input.map((f) => ((f - 32) * 5) / 9 + noise * generator.uniform(-1, 1)),
  };
};
