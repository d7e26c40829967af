import {
  type Expression,
  type ExpressionStatement,
  type Pattern,
  type PrivateIdentifier,
  parse,
  type SpreadElement,
  type Super,
} from 'acorn';
import { elementary } from '../index.ts';

type Calls = Readonly<Record<string, (...args: number[]) => number>>;
type Scope = Record<string, unknown>;
type Tree = Expression | Pattern | Super | SpreadElement | PrivateIdentifier;

const { exp, expm1, log, log1p, sin, cos, tan, atan2, tanh, erf, power } = elementary;

const max = Math.max;
const sigmoid = (x: number): number => 1 / (1 + exp(-x));
const sum = (...xs: number[]): number => xs.reduce((a, b) => a + b);

/** What the calls in a formula mean, written here a second time. */
const calls: Calls = {
  ...{ exp, expm1, log, log1p, sin, cos, tan, atan2, tanh, erf, max, sigmoid, sum },
  min: Math.min,
  sqrt: Math.sqrt,
  abs: Math.abs,
  floor: Math.floor,
  sumBatch: (x) => x,
  softplus: (x) => max(x, 0) + log1p(exp(-Math.abs(x))),
  relu: (x) => (0 < x && x) || 0, // 0 for NaN
  mean: (...xs) => sum(...xs) / xs.length,
  length: (a, b) => Math.sqrt(a * a + b * b + 1),
  swish: (x) => x * sigmoid(x),
  safeLog: (x) => (0 < x ? log(x) : 0),
  softsign: (x) => x / (1 + Math.abs(x)),
};

const operators: Calls = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': power,
  '<': (a, b) => Number(a < b),
  '!=': (a, b) => Number(a !== b),
};

/**
 * Runs a formula statement by statement as a JavaScript parser reads it, without this library's graphs: values by name, with
 * `result` for the last line. Only numbers, names, members, operators, choices and the calls above have a meaning.
 */
export function runFormula(formula: string, given: Readonly<Record<string, unknown>>): Scope {
  const scope: Scope = Object.assign(Object.create(null), {
    NaN: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    ...given,
    outputs: Object.create(null),
  });
  for (const statement of parse(formula, { ecmaVersion: 2024 }).body)
    scope['result'] = value((statement as ExpressionStatement).expression, scope);
  return scope;
}

function value(tree: Tree, scope: Scope): unknown {
  const number = (part: Tree): number => {
    const found = value(part, scope);
    if (typeof found !== 'number') throw new Error(`${part.type} at ${part.start} is ${String(found)}`);
    return found;
  };
  switch (tree.type) {
    case 'Literal':
      return tree.value;
    case 'Identifier':
    case 'MemberExpression': {
      const [holder, key] = placeOf(tree, scope);
      if (!(key in holder)) throw new Error(`${key} is not defined`);
      return holder[key];
    }
    case 'AssignmentExpression': {
      const result = number(tree.right);
      const [holder, key] = placeOf(tree.left, scope);
      if (key in holder) throw new Error(`${key} is assigned twice`);
      holder[key] = result;
      return result;
    }
    case 'UnaryExpression':
      if (tree.operator !== '-') break;
      return -number(tree.argument);
    case 'BinaryExpression': {
      const operator = operators[tree.operator];
      if (operator === undefined) break;
      const [left, right] = [number(tree.left), number(tree.right)];
      const isSquare = tree.operator === '**' && tree.right.type === 'Literal' && right === 2;
      return isSquare ? left * left : operator(left, right);
    }
    case 'ConditionalExpression':
      return number(tree.test) !== 0 ? number(tree.consequent) : number(tree.alternate);
    case 'CallExpression': {
      const call = tree.callee.type === 'Identifier' ? calls[tree.callee.name] : undefined;
      if (call === undefined) break;
      return call(...tree.arguments.map(number));
    }
  }
  throw new Error(`a formula should hold no ${tree.type} at ${tree.start}`);
}

/** Where a name or a member lives; objects on the way to an output are made. */
function placeOf(tree: Tree, scope: Scope): [Scope, string] {
  if (tree.type === 'Identifier') return [scope, tree.name];
  if (tree.type !== 'MemberExpression') throw new Error(`${tree.type} is no place`);
  const [holder, key] = placeOf(tree.object, scope);
  holder[key] ??= Object.create(null);
  const inner = tree.computed ? String(value(tree.property, scope)) : (tree.property as { name: string }).name;
  return [holder[key] as Scope, inner];
}
