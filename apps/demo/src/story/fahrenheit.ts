import { evaluator, funcify } from '@chainrule/core';
import { toCelsius } from '../data/temperatures.ts';
import { fitThermometer, thermometer } from '../models/thermometer.ts';
import { listing } from '../terminal/listing.ts';
import { table } from '../terminal/table.ts';
import type { Teller } from './teller.ts';

const source = new URL('../models/thermometer.ts', import.meta.url);

/** Regression: a rule is found from examples. */
export async function fahrenheit({ chapter, say, show, code, check, live }: Teller): Promise<void> {
  chapter('Training: Fahrenheit to Celsius');
  say('A line with two unknown numbers, and 1,000 examples of both temperatures:');
  code(listing(source, 'model'));
  say(
    'A loss says how wrong the network is, here by the squared error. It is one more expression, and training makes it small.',
  );
  code(listing(source, 'train'));

  const { celsius, weight, bias } = thermometer();
  const before = funcify(celsius);
  const { loss } = await live((progress) => fitThermometer(celsius, progress));
  say(
    `The mean loss went from ${loss[0]?.toPrecision(3)} in the first epoch to ${loss.at(-1)?.toPrecision(1)} in the last.`,
  );
  code([`// before: ${before}`, funcify(celsius)]);

  const predict = evaluator(celsius);
  const rows = [32, 98.6, 212].map((f) => ({ f, learned: predict({ fahrenheit: f }), truth: toCelsius(f) }));
  say('The examples were all between -1 and 1 °F. A line that is right there is right everywhere:');
  show(
    table([
      ['°F', 'learned °C', 'true °C'],
      ...rows.map(({ f, learned, truth }) => [f, celsiusText(learned), celsiusText(truth)]),
    ]),
  );

  const isExact = Math.abs(weight.value - 5 / 9) < 1e-6 && Math.abs(bias.value + 160 / 9) < 1e-6;
  check(
    isExact,
    `the weight is ${weight.value.toFixed(6)}, which is 5/9; the bias ${bias.value.toFixed(6)}, which is -160/9`,
  );
}

/** Four decimals, and no −0. */
const celsiusText = (degrees: number): string => (Math.round(degrees * 1e4) / 1e4 + 0).toFixed(4);
