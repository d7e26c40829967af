import { definePrimitive, type Primitive } from './primitive.ts';

/** The sum over the samples of a batch, in the order that sum.ts defines. */
export const sumBatch: Primitive = /* @__PURE__ */ definePrimitive('sumBatch', () => ({
  arity: 1,
  finite: true,
  acrossBatch: true,
  value: (x: number) => 0 + x,
  partials: () => [1],
}));
