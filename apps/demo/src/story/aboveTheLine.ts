import { evaluator, funcify } from '@chainrule/core';
import { classifier, fitClassifier } from '../models/classifier.ts';
import { listing } from '../terminal/listing.ts';
import { table } from '../terminal/table.ts';
import type { Teller } from './teller.ts';

const source = new URL('../models/classifier.ts', import.meta.url);

/** Points that the classifier has not seen; the last two are far outside of where it was trained. */
const places = [
  { x: 0.2, y: 0.8 },
  { x: 0.9, y: 0.1 },
  { x: -0.5, y: -0.4 },
  { x: 3, y: -2 },
  { x: -7, y: -5 },
];

/** Classification: the network of the first chapter, trained. */
export async function aboveTheLine({ chapter, say, show, code, check, live }: Teller): Promise<void> {
  chapter('Classifying: is y > x?');
  say('Now the network of the first chapter, with 1,000 random points. A probability wants cross-entropy as its loss.');
  code(listing(source, 'train'));

  const { above, a, b, c } = classifier();
  await live((progress) => fitClassifier(above, progress));
  code(['// funcify(above)', funcify(above)]);

  const crossing = -c.value / b.value;
  say(
    `The probability is a half where y\u00a0=\u00a0${(-a.value / b.value).toFixed(3)}\u00a0x\u00a0${crossing < 0 ? '-' : '+'}\u00a0${Math.abs(crossing).toFixed(3)}: it has found the line y\u00a0=\u00a0x.`,
  );
  const predict = evaluator(above);
  const rows = places.map(({ x, y }) => {
    const probability = predict({ x, y });
    return { x, y, probability, isRight: probability > 0.5 === y > x };
  });
  show(
    table([
      ['point', 'y > x', 'learned', ''],
      ...rows.map(({ x, y, probability, isRight }) => [
        `(${x}, ${y})`,
        y > x ? 'yes' : 'no',
        probability.toFixed(4),
        isRight ? '✓' : '✗',
      ]),
    ]),
  );
  const right = rows.filter(({ isRight }) => isRight).length;
  check(right === rows.length, `${right} of ${rows.length} new points are on the right side`);
}
