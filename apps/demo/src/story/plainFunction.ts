import { evaluator, funcify } from '@chainrule/core';
import { type Flower, species } from '../data/iris.ts';
import type { Trial } from '../models/crossValidate.ts';
import { bar } from '../terminal/bar.ts';
import { table } from '../terminal/table.ts';
import type { Teller } from './teller.ts';

/** The trained network, called. */
export function plainFunction({ chapter, say, show, code, check }: Teller, { network, test }: Trial): void {
  chapter('The trained network, called and read');
  say(
    'evaluator(network) is a function: a record of measurements in, a record of probabilities out. TypeScript knows both.',
  );
  const predict = evaluator(network);
  const flowers = species.map((_, kind) => test.find((flower) => flower.species === kind) as Flower);
  const answers = flowers.map((flower) => {
    const probabilities = predict(flower);
    const answer = species.reduce((best, name) => (probabilities[name] > probabilities[best] ? name : best));
    return { flower, answer, probability: probabilities[answer] };
  });
  show(
    table([
      ['it is', 'sepal', 'petal', 'it says', 'probability'],
      ...answers.map(({ flower, answer, probability }) => [
        species[flower.species] as string,
        `${flower.sepalLength} × ${flower.sepalWidth}`,
        `${flower.petalLength} × ${flower.petalWidth}`,
        answer,
        `${bar(probability, 6)} ${probability.toFixed(3)}`,
      ]),
    ]),
  );

  const formula = funcify(network).split('\n');
  say(`It is a formula as well, ${formula.length} lines with all its numbers. Some of them:`);
  code(
    ['s1 =', 'tanh(', 'logSumExp(', 'setosa ='].flatMap((part) => [
      ...formula.filter((line) => line.includes(part)).slice(0, 1),
      '…',
    ]),
  );

  const whole = predict.batch(test);
  const agrees = flowers.every((flower) =>
    species.every((name) => whole[name][test.indexOf(flower)] === predict(flower)[name]),
  );
  check(agrees, 'one row at a time and all rows at once give the same bits');
}
