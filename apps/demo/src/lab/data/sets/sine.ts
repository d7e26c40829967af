import { elementary, normal } from '@chainrule/core';
import type { MakeSet } from './set.ts';

/** y = sin πx for x in −1…1. */
export const sine: MakeSet = ({ count, noise, generator }) => {
  const x = Float64Array.from({ length: count }, () => generator.uniform(-1, 1)).sort();
  return {
    task: 'regression',
    features: ['x'],
    targetName: 'y',
    classes: [],
    count,
    inputs: [x],
    target: x.map((each) => elementary.sin(Math.PI * each) + noise * normal(generator)),
  };
};
