import type { Shown } from './scene.ts';

/** Whether the numbers of two frames are the same, to the bit: then there is nothing to paint. */
export function areSame(a: Shown, b: Shown): boolean {
  return isSame(a.values, b.values) && isSame(a.gradients, b.gradients) && isSame(a.reached, b.reached);
}

function isSame(a: ArrayLike<number> | undefined, b: ArrayLike<number> | undefined): boolean {
  if (a === undefined || b === undefined || a.length !== b.length) return a === b;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
