import { evaluate, funcify, gradient } from '@chainrule/core';
import { classifier } from '../models/classifier.ts';
import { listing } from '../terminal/listing.ts';
import type { Teller } from './teller.ts';

const source = new URL('../models/classifier.ts', import.meta.url);

/** What a network is here: an expression. */
export function network({ chapter, say, show, code, check }: Teller): void {
  chapter('A network is just a function');
  say(
    'Chainrule builds networks from scalars: inputs, parameters and operations on them. This one is to say how likely y\u00a0>\u00a0x is.',
  );
  code(listing(source, 'model'));
  say('All code in this story is read from the source that is running.');

  const { x, above } = classifier();
  const slope = gradient(above, x);
  say('Any network can be read as a formula. Nothing is trained yet: the parameters are random, from a seed.');
  code(['// funcify(above)', funcify(above)]);
  say('A derivative is a network too, with a formula of its own.');
  code(['// funcify(gradient(above, x))', ...funcify(slope).split('\n')]);

  const point = { x: 0.2, y: 0.8 };
  const [value, change] = evaluate([above, slope], point);
  show([`above   at x = 0.2, y = 0.8 is ${value.toFixed(4)}`, `its slope along x there is ${change.toFixed(4)}`]);

  const step = 1e-5;
  const [right, left] = [0.2 + step, 0.2 - step].map((at) => evaluate(above, { ...point, x: at })) as [number, number];
  const measured = (right - left) / (2 * step);
  check(Math.abs(measured - change) < 1e-9, `moving x a little and measuring gives ${measured.toFixed(4)} as well`);
}
