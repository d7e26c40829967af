// Building, differentiating and lowering a 784-128-10 network of 204,500 scalar nodes, and what a node costs in memory,
// beside the cost of as many bare objects with two references each.
import { gradient, inputs, lower, meanBatch, type Node, parameters, topologicalOrder } from '@chainrule/core';
import { categoricalCrossEntropy } from '@chainrule/losses';
import { mlp, softmax } from '@chainrule/macros';
import { tanh } from '@chainrule/ops';
import { type Figures, heap, measure, peak, timed } from './measure.ts';

function network(): Figures {
  const figures: Figures = {};
  const before = heap();
  const loss = timed(figures, 'build', () => {
    const pixels = inputs('pixel', 784);
    const probabilities = softmax(mlp(pixels, [128, 10], { activation: tanh }));
    return meanBatch(categoricalCrossEntropy(probabilities, inputs('digit', 10)));
  });
  const after = heap();
  const weights = parameters(loss);
  const derivatives = timed(figures, 'differentiate', () => gradient(loss, weights) as Node[]);
  const program = timed(figures, 'lower loss and gradient', () => lower([loss, ...derivatives]));
  figures['altogether, ms'] = Object.values(figures).reduce((a, b) => a + b, 0);
  const nodes = topologicalOrder([loss]).nodes.length;
  figures['nodes'] = nodes;
  figures['parameters'] = weights.length;
  figures['instructions'] = program.length;
  figures['memory, bytes a node'] = (after - before) / nodes;
  figures['largest resident size, MB'] = peak();
  return figures;
}

function bareObjects(): Figures {
  const figures: Figures = {};
  const before = heap();
  const kept = timed(figures, 'build 204,500 bare objects', () => {
    let last: object | undefined;
    return Array.from({ length: 204_500 }, (_, id) => {
      last = { id, args: [last, last] };
      return last;
    });
  });
  figures['memory, bytes an object'] = (heap() - before) / kept.length;
  return figures;
}

await measure(import.meta.filename, { '784-128-10': network, baseline: bareObjects });
