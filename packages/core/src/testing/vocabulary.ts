// A vocabulary for core's own tests, which cannot import @chainrule/ops: that package imports core.
import {
  apply,
  type Binary,
  defineListOp,
  defineOp,
  type Listed,
  type NamesOf,
  type Node,
  type NodeLike,
  type PrimitiveName,
  primitives,
  type Ternary,
  type Unary,
} from '../index.ts';

type Variadic = <const A extends readonly NodeLike[]>(...xs: A) => Node<NamesOf<A[number]>>;

const variadic = (name: PrimitiveName) => ((...xs: NodeLike[]) => apply(primitives[name], xs)) as Variadic;
const fixed = (name: PrimitiveName): unknown =>
  Object.assign((...xs: NodeLike[]) => apply(primitives[name], xs), { op: primitives[name] });
const unary = (name: PrimitiveName): Unary => fixed(name) as Unary;
const binary = (name: PrimitiveName): Binary => fixed(name) as Binary;

export const add: Variadic = variadic('add');
export const multiply: Variadic = variadic('multiply');
export const max: Variadic = variadic('max');
export const min: Variadic = variadic('min');

export const subtract: Binary = binary('subtract');
export const divide: Binary = binary('divide');
export const power: Binary = binary('power');
export const atan2: Binary = binary('atan2');
export const less: Binary = binary('less');
export const select: Ternary = fixed('select') as Ternary;

export const negate: Unary = unary('negate');
export const sqrt: Unary = unary('sqrt');
export const exp: Unary = unary('exp');
export const expm1: Unary = unary('expm1');
export const log: Unary = unary('log');
export const log1p: Unary = unary('log1p');
export const sin: Unary = unary('sin');
export const cos: Unary = unary('cos');
export const tan: Unary = unary('tan');
export const tanh: Unary = unary('tanh');
export const erf: Unary = unary('erf');
export const abs: Unary = unary('abs');
export const floor: Unary = unary('floor');

/** log(1 + eˣ) */
export const softplus: Unary = defineOp('softplus', {
  expand: (x) => add(max(x, 0), log1p(exp(negate(abs(x))))),
  partials: (_, x) => [sigmoid(x)],
  finite: true,
});

/** 1 / (1 + e⁻ˣ) */
export const sigmoid: Unary = defineOp('sigmoid', {
  expand: (x) => divide(1, add(1, exp(negate(x)))),
  partials: (y, x) => [multiply(y, sigmoid(negate(x)))],
  log: (x) => negate(softplus(negate(x))),
  complement: (x) => sigmoid(negate(x)),
  finite: true,
});

/** max(x, 0), by a choice. */
export const relu: Unary = defineOp('relu', { expand: (x) => select(less(0, x), x, 0), finite: true });

/** x², spelled as a power. */
export const square: Unary = defineOp('square', {
  expand: (x) => multiply(x, x),
  notation: { form: 'suffix', symbol: ' ** 2', precedence: 'power' },
  finite: true,
});

export const sum: Listed = defineListOp('sum', { expand: (xs) => apply(primitives.add, xs), finite: true });
export const mean: Listed = defineListOp('mean', { expand: (xs) => divide(sum(xs), xs.length), finite: true });
