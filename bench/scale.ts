// Graphs of a million operations: a chain, a diamond 10,000 deep, and one a million wide.
import {
  evaluate,
  fromJSON,
  funcify,
  gradient,
  input,
  lower,
  type Node,
  parameter,
  toJSON,
  topologicalOrder,
} from '@chainrule/core';
import { add, multiply, sum, tanh } from '@chainrule/ops';
import { type Figures, measure, peak, timed } from './measure.ts';

function work(build: () => { readonly of: Node; readonly withRespectTo: Node }): Figures {
  const figures: Figures = {};
  const { of, withRespectTo } = timed(figures, 'build', build);
  timed(figures, 'order', () => topologicalOrder([of]));
  timed(figures, 'lower', () => lower(of));
  timed(figures, 'evaluate', () => evaluate<Node>(of, { x: 0.5 }));
  timed(figures, 'gradient', () => gradient(of, withRespectTo));
  figures['order + lower + evaluate + gradient, ms'] = ['order', 'lower', 'evaluate', 'gradient'].reduce(
    (total, name) => total + (figures[`${name}, ms`] as number),
    0,
  );
  figures['largest resident size so far, MB'] = peak();
  const text = timed(figures, 'save', () => JSON.stringify(toJSON(of)));
  timed(figures, 'load', () => fromJSON(text));
  timed(figures, 'print', () => funcify(of));
  return figures;
}

measure(import.meta.filename, {
  'chain of 1,000,000': () =>
    work(() => {
      const x = input('x');
      let y: Node = x;
      for (let i = 0; i < 500_000; i++) y = tanh(add(y, 0.5));
      return { of: y, withRespectTo: x };
    }),
  'chain of 100,000': () =>
    work(() => {
      const x = input('x');
      let y: Node = x;
      for (let i = 0; i < 50_000; i++) y = tanh(add(y, 0.5));
      return { of: y, withRespectTo: x };
    }),
  'diamond, 10,000 deep': () =>
    work(() => {
      const x = input('x');
      let y: Node = x;
      for (let i = 0; i < 10_000; i++) y = multiply(0.5, add(y, y));
      return { of: y, withRespectTo: x };
    }),
  '1,000,000 wide': () =>
    work(() => {
      const x = input('x');
      const terms = Array.from({ length: 1_000_000 }, () => multiply(parameter(0.001), x));
      return { of: sum(terms), withRespectTo: x };
    }),
});
