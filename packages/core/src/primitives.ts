import type { Notation, Precedence } from './notation.ts';
import type { Op } from './op.ts';

/** The closed set that everything else is made of. An engine or a target has one row for each of them. */
export const primitiveNames = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'negate',
  'power',
  'sqrt',
  'exp',
  'expm1',
  'log',
  'log1p',
  'sin',
  'cos',
  'tan',
  'atan2',
  'tanh',
  'erf',
  'abs',
  'floor',
  'max',
  'min',
  'less',
  'select',
  'sumBatch',
] as const;

export type PrimitiveName = (typeof primitiveNames)[number];

const infix = (symbol: string, precedence: Precedence): Notation => ({ form: 'infix', symbol, precedence });

function define(primitive: PrimitiveName, arity: number | undefined, finite: boolean, notation?: Notation): Op {
  return {
    name: primitive,
    arity,
    notation,
    finite,
    primitive,
    expand: undefined,
    partials: undefined,
    log: undefined,
    complement: undefined,
  };
}

const many = undefined;

/** The primitives' definitions: number of arguments, whether finite arguments give finite values and partials, spelling. */
export const primitives: Readonly<Record<PrimitiveName, Op>> = {
  add: define('add', many, true, infix('+', 'sum')),
  subtract: define('subtract', 2, true, infix('-', 'sum')),
  multiply: define('multiply', many, true, infix('*', 'product')),
  divide: define('divide', 2, false, infix('/', 'product')),
  negate: define('negate', 1, true, { form: 'prefix', symbol: '-', precedence: 'sign' }),
  power: define('power', 2, false, infix('**', 'power')),
  sqrt: define('sqrt', 1, false),
  exp: define('exp', 1, false),
  expm1: define('expm1', 1, false),
  log: define('log', 1, false),
  log1p: define('log1p', 1, false),
  sin: define('sin', 1, true),
  cos: define('cos', 1, true),
  tan: define('tan', 1, false),
  atan2: define('atan2', 2, false),
  tanh: define('tanh', 1, true),
  erf: define('erf', 1, true),
  abs: define('abs', 1, true),
  floor: define('floor', 1, true),
  max: define('max', many, true),
  min: define('min', many, true),
  less: define('less', 2, true, infix('<', 'comparison')),
  select: define('select', 3, true, { form: 'conditional' }),
  sumBatch: define('sumBatch', 1, true),
};
