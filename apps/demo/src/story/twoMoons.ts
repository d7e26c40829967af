import { evaluator } from '@chainrule/core';
import { accuracy } from '@chainrule/training';
import { moons } from '../data/moons.ts';
import { fitMoonNetwork, moonNetwork } from '../models/moonNetwork.ts';
import { boundary } from '../terminal/boundary.ts';
import { listing } from '../terminal/listing.ts';
import { sparkline } from '../terminal/sparkline.ts';
import type { Teller } from './teller.ts';

const source = new URL('../models/moonNetwork.ts', import.meta.url);
const view = { left: -1.5, right: 2.5, bottom: -1.1, top: 1.6 };

/** A boundary that is no line. */
export async function twoMoons({ chapter, say, show, code, check, live, screen, room }: Teller): Promise<void> {
  chapter('A boundary that bends: two moons');
  say('No line can part these points. Two hidden layers can:');
  code(listing(source, 'model'));
  code(listing(source, 'train'));

  const lower = moonNetwork();
  const seen = moons(200, { noise: 0.15, seed: 3 });
  const { loss } = await live((progress) => fitMoonNetwork(lower, seen, progress));
  const bars = sparkline(loss.map(Math.log), Math.min(50, room - 12));
  say('The loss from epoch to epoch, on a logarithmic scale:');
  show(`${loss[0]?.toFixed(3)} ${bars} ${loss.at(-1)?.toFixed(3)}`);

  const { batch } = evaluator(lower);
  const scene = { view, points: seen, probability: batch };
  show(boundary(scene, Math.min(room, 60), screen.colour));
  say(
    screen.colour
      ? 'Each dot is a point, each shade what the network says of the place: blue for the upper moon, orange for the lower.'
      : 'o: a point of the upper moon, x: of the lower. Dots: where the network says "lower".',
  );

  const unseen = moons(1000, { noise: 0.15, seed: 4 });
  const score = (rows: typeof seen): number =>
    accuracy(
      batch(rows),
      rows.map(({ label }) => label),
    );
  const [known, fresh] = [score(seen), score(unseen)];
  check(
    Math.min(known, fresh) >= 0.97,
    `right for ${percent(known)} of the 200 points it saw, and ${percent(fresh)} of 1,000 new ones`,
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
