import { make } from '../build.ts';
import { divide } from './divide.ts';
import { of1 } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** √x. */
export const sqrt: Primitive = /* @__PURE__ */ definePrimitive('sqrt', () => ({
  arity: 1,
  finite: false,
  value: Math.sqrt,
  // 1/(2y)
  partials: of1((y) => make(divide, 0.5, y)),
}));
