import { evaluate, gradient, input } from '@chainrule/core';
import { sigmoid } from '@chainrule/ops';
import { expect, it } from 'vitest';
import { binaryCrossEntropy } from './binaryCrossEntropy.ts';
import { binaryCrossEntropyWithLogits } from './binaryCrossEntropyWithLogits.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('binaryCrossEntropyWithLogits', binaryCrossEntropyWithLogits, { smooth: [0.7, 0.4] });
checkLoss('binaryCrossEntropyWithLogits', binaryCrossEntropyWithLogits, { smooth: [-0.7, 0.4] });

it('binaryCrossEntropyWithLogits(z, y) has the gradient of binaryCrossEntropy(sigmoid(z), y)', () => {
  const z = input('z');
  for (const y of [0, 0.25, 1])
    for (const at of [-1000, -3, 0, 3, 1000]) {
      const a = evaluate(gradient(binaryCrossEntropyWithLogits(z, y), z), { z: at });
      const b = evaluate(gradient(binaryCrossEntropy(sigmoid(z), y), z), { z: at });
      expect(a).toBeCloseTo(b, 15);
    }
});
