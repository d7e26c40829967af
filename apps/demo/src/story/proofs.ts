import { evaluate, gradcheck, gradient, input, parameters } from '@chainrule/core';
import { binaryCrossEntropy } from '@chainrule/losses';
import { sigmoid } from '@chainrule/ops';
import type { Trial } from '../models/crossValidate.ts';
import { irisLoss } from '../models/irisNetwork.ts';
import { table } from '../terminal/table.ts';
import type { Teller } from './teller.ts';

/** Why the numbers can be trusted. */
export function proofs({ chapter, say, show, code, check }: Teller, { network, test }: Trial): void {
  chapter('Is it right?');
  say('The gradient of the iris loss, by calculus, against differences of the loss itself, for every parameter:');
  const loss = irisLoss(network);
  const { passed, count, worst } = gradcheck(loss, parameters(network), test[0] as Trial['test'][number], {
    tolerance: 1e-8,
  });
  check(passed, `${count} parameters, worst difference ${worst.error.toExponential(0)}`);

  say(
    'A classifier that is sure and wrong must still learn. Where sigmoid(z) rounds to 0 or 1, this loss stays exact:',
  );
  code(['binaryCrossEntropy(sigmoid(z), y)']);
  const [z, y] = [input('z'), input('y')];
  const surprise = binaryCrossEntropy(sigmoid(z), y);
  const both = [surprise, gradient(surprise, z)] as const;
  const cases = [
    { z: 1000, y: 0, expected: [1000, 1] },
    { z: -1000, y: 1, expected: [1000, -1] },
    { z: 1000, y: 1, expected: [0, 0] },
    { z: -1000, y: 0, expected: [0, 0] },
  ].map((row) => ({ ...row, values: evaluate(both, { z: row.z, y: row.y }) }));
  show(
    table([
      ['z', 'y', 'loss', 'slope', 'loss in plain JavaScript'],
      ...cases.map(({ z, y, values }) => [z, y, values[0], values[1] + 0, plainLoss(z, y)]),
    ]),
  );
  const exact = cases.every(({ values, expected }) => values.every((value, i) => value === expected[i]));
  check(exact, 'loss and slope are exact: nothing is clipped');
}

/** The same formula as most people write it. */
function plainLoss(z: number, y: number): number {
  const p = 1 / (1 + Math.exp(-z));
  return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
}
