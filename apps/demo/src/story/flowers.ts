import { summary } from '@chainrule/core';
import { accuracy, confusionTable } from '@chainrule/training';
import { species } from '../data/iris.ts';
import { crossValidate, type Trial } from '../models/crossValidate.ts';
import { listing } from '../terminal/listing.ts';
import { beside, table } from '../terminal/table.ts';
import type { Teller } from './teller.ts';

const source = new URL('../models/irisNetwork.ts', import.meta.url);

/** Real data, and an honest measure of what was learned. Gives the first of the trained networks. */
export async function flowers({ chapter, say, show, code, check, live }: Teller): Promise<Trial> {
  chapter('Real data: iris');
  say(
    '150 flowers, four measurements each, three species (Fisher, 1936). The network takes centimetres and standardizes them itself, by mean and deviation of the flowers it was trained on.',
  );
  code(listing(source, 'model'));
  code([...listing(source, 'loss'), ...listing(source, 'train')]);

  say('Five of these are trained, each on 120 flowers, and asked about the 30 that it has never seen.');
  const trials = await live((progress) => crossValidate(progress));
  const [first] = trials as [Trial];
  say('What the first of them is made of:');
  show(String(summary(first.network)).split('\n'));

  const test = trials.flatMap((trial) => trial.test);
  const actual = test.map((flower) => flower.species);
  const predicted = species.map((name) => trials.flatMap((trial) => [...trial.predicted[name]]));
  const guess = mostFrequent(first.training.map((flower) => flower.species));
  const guessed = species.map((_, kind) => actual.map(() => (kind === guess ? 1 : 0)));
  const [learned, trivial] = [accuracy(predicted, actual), accuracy(guessed, actual)];

  say(
    'What they say of the flowers unseen, 150 in all, and beside it the simplest guess: always the species that was most frequent in training.',
  );
  show(beside(counts('network', predicted, actual), counts(`always ${species[guess]}`, guessed, actual)));
  const each = trials.map((trial) =>
    accuracy(
      trial.predicted,
      trial.test.map((flower) => flower.species),
    ).toFixed(3),
  );
  check(
    learned >= 0.955 && learned > trivial,
    `5-fold cross-validated accuracy ${learned.toFixed(3)} (${each.join(', ')}); the guess has ${trivial.toFixed(3)}`,
  );
  return first;
}

/** A confusion table: a line for each species, a column for each answer. */
function counts(title: string, predicted: readonly number[][], actual: readonly number[]): string[] {
  const rows = confusionTable(predicted, actual, { classes: species }).counts.map((row, kind) => [
    species[kind] as string,
    ...row,
  ]);
  return [title, ...table([['', ...species.map((name) => name.slice(0, 3))], ...rows])];
}

/** The number that occurs most often, the first of equals. */
function mostFrequent(kinds: readonly number[]): number {
  const counted = species.map((_, kind) => kinds.filter((other) => other === kind).length);
  return counted.indexOf(Math.max(...counted));
}
