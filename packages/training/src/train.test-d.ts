import { input, inputs, type Node, parameter } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { add, dot, multiply } from '@chainrule/ops';
import { expectTypeOf, test } from 'vitest';
import {
  accuracy,
  adam,
  chain,
  clipByGlobalNorm,
  type History,
  minimize,
  type Optimizer,
  scaleByAdam,
  type Trainer,
  type Transform,
  train,
  trainer,
} from './index.ts';

const prediction = multiply(parameter(), input('age'));
const loss = squaredError(prediction, input('price'));

test('data must bring every input of the loss, by its name', () => {
  train(loss, [{ age: 1, price: 2 }]);
  train(loss, [[1, 2]]);
  train(loss, { age: [1, 2], price: new Float64Array(2) });
  trainer(loss, [{ age: 1, price: 2 }]);
  // @ts-expect-error price is missing
  train(loss, [{ age: 1 }]);
  // @ts-expect-error age is misspelled
  train(loss, [{ aeg: 1, price: 2 }]);
  // @ts-expect-error text is no number
  train(loss, [{ age: '1', price: 2 }]);
  // @ts-expect-error a column is missing
  train(loss, { age: [1, 2] });
  // @ts-expect-error a column is misspelled
  trainer(loss, { age: [1], prize: [2] });
});

test('data must bring the inputs of metrics and validation data the same ones', () => {
  const metrics = { sold: accuracy(prediction, input('sold')) };
  train(loss, [{ age: 1, price: 2, sold: 1 }], { metrics, validation: [{ age: 1, price: 2, sold: 0 }] });
  train(loss, [{ age: 1, price: 2 }], { validation: 0.2 });
  // @ts-expect-error sold is missing
  train(loss, [{ age: 1, price: 2 }], { metrics });
  // @ts-expect-error price is missing in the validation data
  train(loss, [{ age: 1, price: 2 }], { validation: [{ age: 1 }] });
});

test('the history has the metrics by name', async () => {
  const history = await train(loss, [{ age: 1, price: 2, sold: 1 }], {
    metrics: { sold: accuracy(prediction, input('sold')) },
  });
  expectTypeOf(history).toEqualTypeOf<History<'sold'>>();
  expectTypeOf(history.metrics.sold).toEqualTypeOf<readonly number[]>();
  // @ts-expect-error there is no such metric
  history.metrics.accuracy;
});

test('names are carried through vector inputs, and fall back to string where they were lost', () => {
  const vector = squaredError(dot([parameter(), parameter()], inputs('v', 2)), input('y'));
  train(vector, [{ v: [1, 2], y: 1 }]);
  // @ts-expect-error v is missing
  train(vector, [{ y: 1 }]);
  train(loss as Node, [{ anything: 1 }]);
});

test('an optimizer is what ends with a learning rate', () => {
  expectTypeOf(chain(clipByGlobalNorm(1), adam())).toEqualTypeOf<Optimizer>();
  expectTypeOf(chain(clipByGlobalNorm(1), scaleByAdam())).toEqualTypeOf<Transform>();
  train(loss, [[1, 2]], { optimizer: chain(clipByGlobalNorm(1), adam()) });
  // @ts-expect-error a chain without a learning rate would go uphill
  train(loss, [[1, 2]], { optimizer: chain(clipByGlobalNorm(1), scaleByAdam()) });
  // @ts-expect-error the function instead of its result
  train(loss, [[1, 2]], { optimizer: adam });
  // @ts-expect-error there is no such option
  train(loss, [[1, 2]], { learningRate: 0.1 });
  expectTypeOf(trainer(loss, [[1, 2]])).toEqualTypeOf<Trainer>();
});

test('minimize takes expressions without inputs', () => {
  const w = parameter();
  minimize(add(w, 1));
  // @ts-expect-error age has no value
  minimize(add(w, input('age')));
});
