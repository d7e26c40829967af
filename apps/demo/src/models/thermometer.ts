import { input, type Node, parameter, seed } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, multiply } from '@chainrule/ops';
import { type History, sgd, type Terminal, train } from '@chainrule/training';
import { temperatures } from '../data/temperatures.ts';

/** The article's regression: one line. */
export function thermometer() {
  seed(42);
  // #region model
  const fahrenheit = input('fahrenheit');
  const [weight, bias] = [parameter(), parameter()];
  const celsius = add(multiply(weight, fahrenheit), bias);
  // #endregion
  return { celsius, weight, bias };
}

/** Fits it to 1,000 samples, one after the other. */
export async function fitThermometer(celsius: Node<'fahrenheit'>, progress: Terminal | false): Promise<History> {
  const rows = temperatures(1000);
  // #region train
  const loss = squaredError(celsius, input('celsius'));
  const history = await train(loss, rows, {
    optimizer: sgd(0.01),
    batchSize: 1,
    epochs: 50,
    progress,
  });
  // #endregion
  return history;
}
