import { definePrimitive, infix, type Primitive } from './primitive.ts';

/** 1 if a < b, else 0; its derivative is 0. */
export const less: Primitive = /* @__PURE__ */ definePrimitive('less', () => ({
  arity: 2,
  finite: true,
  notation: infix('<', 'comparison'),
  value: (a: number, b: number) => (a < b ? 1 : 0),
  partials: () => [0, 0],
}));
