import type { Outline, Outlined } from './drawing.ts';
import { once } from './once.ts';

/** An outline with its texts; until names are known, keys stand for them. */
export function outlineFrom(
  outlined: Outlined,
  named: readonly string[] | (() => readonly string[]) | undefined,
): Outline {
  const keys = once(() => keysOf(outlined));
  const names = named === undefined ? keys : once(typeof named === 'function' ? named : () => named);
  const ops = once(() => Array.from(outlined.what, (word) => outlined.words[word] as string));
  return {
    ...outlined,
    get keys() {
      return keys();
    },
    get names() {
      return names();
    },
    get ops() {
      return ops();
    },
  };
}

function keysOf({ what, inputs, parameters, loss }: Outlined): string[] {
  const keys = Array.from(what, (_, i) => `node:${i}`);
  inputs.forEach((at, i) => {
    keys[at] = `input:${i}`;
  });
  parameters.forEach((at, i) => {
    keys[at] = `parameter:${i}`;
  });
  keys[loss] = 'loss';
  return keys;
}
