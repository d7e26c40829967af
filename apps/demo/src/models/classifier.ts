import { input, type Node, parameter, seed } from '@chainrule/core';
import { binaryCrossEntropy } from '@chainrule/losses';
import { add, multiply, sigmoid } from '@chainrule/ops';
import { type History, sgd, type Terminal, train } from '@chainrule/training';
import { points } from '../data/points.ts';

/** The article's linear classifier: how likely is it that y > x? */
export function classifier() {
  seed(42);
  // #region model
  const [x, y] = [input('x'), input('y')];
  const [a, b, c] = [parameter(), parameter(), parameter()];
  const line = add(multiply(a, x), multiply(b, y), c);
  const above = sigmoid(line);
  // #endregion
  return { x, y, a, b, c, above };
}

/** Fits it to 1,000 random points. */
export async function fitClassifier(above: Node<'x' | 'y'>, progress: Terminal | false): Promise<History> {
  const rows = points(1000);
  // #region train
  const loss = binaryCrossEntropy(above, input('label'));
  const history = await train(loss, rows, {
    optimizer: sgd(0.2),
    batchSize: 1,
    epochs: 20,
    progress,
  });
  // #endregion
  return history;
}
