import { input, type Node, seed } from '@chainrule/core';
import { binaryCrossEntropy } from '@chainrule/losses';
import { mlp } from '@chainrule/macros';
import { sigmoid } from '@chainrule/ops';
import { adam, type History, type Terminal, train } from '@chainrule/training';
import type { Point } from '../data/points.ts';

/** Two layers of eight, and how likely a point belongs to the lower moon. */
export function moonNetwork() {
  seed(42);
  // #region model
  const [x, y] = [input('x'), input('y')];
  const [score] = mlp([x, y], [8, 8, 1]);
  const lower = sigmoid(score);
  // #endregion
  return lower;
}

/** Fits it to points. */
export async function fitMoonNetwork(
  lower: Node<'x' | 'y'>,
  rows: readonly Point[],
  progress: Terminal | false,
): Promise<History> {
  // #region train
  const loss = binaryCrossEntropy(lower, input('label'));
  const history = await train(loss, rows, {
    optimizer: adam(0.02),
    epochs: 100,
    progress,
  });
  // #endregion
  return history;
}
