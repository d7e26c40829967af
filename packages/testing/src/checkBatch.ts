import { evaluator, type Node, type Op, randomGenerator } from '@chainrule/core';
import { opGraph } from './opGraph.ts';
import { anyDouble, ofAnySize } from './points.ts';

/** A batch gives the same bits as its rows one by one, for numbers of all sizes and for random bits. */
export function checkBatch(op: Op): string[] {
  const arity = op.arity ?? 3;
  const random = randomGenerator(1);
  const points = Array.from({ length: 100 }, (_, row) =>
    Array.from({ length: arity }, () => (row % 2 === 0 ? anyDouble(random) : ofAnySize(random))),
  );
  const { y, partials } = opGraph(op, arity);
  const nodes = [y, ...partials];
  const predict = evaluator<readonly Node[]>(nodes);
  const lists = predict.batch(points);
  return points.flatMap((point, row) =>
    predict(point).every((value, k) => Object.is(value, lists[k]?.[row]))
      ? []
      : [`row by row, (${point.join(', ')}) gives ${predict(point)}, in a batch ${lists.map((list) => list[row])}`],
  );
}
