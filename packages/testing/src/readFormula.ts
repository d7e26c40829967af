import { elementary } from '@chainrule/core';
import { type Expression, type Pattern, type PrivateIdentifier, parse, type SpreadElement, type Super } from 'acorn';

/** What names stand for in a formula: numbers, arrays of them, and functions of numbers. */
export type FormulaScope = Readonly<Record<string, FormulaValue>>;
export type FormulaValue = number | readonly number[] | FormulaFunction | { readonly [name: string]: FormulaValue };
export type FormulaFunction = (...args: number[]) => number;

type Part = Expression | Pattern | SpreadElement | Super | PrivateIdentifier;

const infix: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': elementary.power,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
};

const prefix: Readonly<Record<string, (x: number) => number>> = {
  '-': (x) => -x,
  '+': (x) => x,
  '!': (x) => Number(!x),
};

/**
 * The value of a formula as `funcify` prints it, read by a JavaScript parser and JavaScript's rules: the value of its last
 * line, after its steps (`s1 = …`).
 * @throws Error if the text is not JavaScript, has anything else in it than a formula, or a name that is not in scope.
 * @example readFormula('a ** 2 + f(b)', { a: 3, b: 1, f: Math.exp })
 */
export function readFormula(text: string, scope: FormulaScope): number {
  const names: Record<string, FormulaValue> = { ...scope };
  let last = Number.NaN;
  for (const line of parse(text, { ecmaVersion: 'latest' }).body) {
    if (line.type !== 'ExpressionStatement') throw new Error(`A formula has no ${line.type}.`);
    const { expression } = line;
    if (expression.type === 'AssignmentExpression' && expression.left.type === 'Identifier') {
      last = number(expression.right, names);
      names[expression.left.name] = last;
    } else last = number(expression, names);
  }
  return last;
}

function number(part: Part, scope: FormulaScope): number {
  const found = value(part, scope);
  if (typeof found !== 'number') throw new Error(`Expected a number in a formula, found ${typeof found}.`);
  return found;
}

function value(part: Part, scope: FormulaScope): FormulaValue {
  switch (part.type) {
    case 'Literal':
      if (typeof part.value === 'number') return part.value;
      throw new Error(`A formula has no ${part.raw}.`);
    case 'Identifier':
      return known(scope, part.name);
    case 'MemberExpression': {
      const { property } = part;
      return known(
        value(part.object, scope),
        part.computed ? key(property) : property.type === 'Identifier' ? property.name : '',
      );
    }
    case 'CallExpression': {
      const callee = value(part.callee, scope);
      if (typeof callee !== 'function') throw new Error('Only a function can be called in a formula.');
      return callee(...part.arguments.map((argument) => number(argument, scope)));
    }
    case 'UnaryExpression':
      return operator(prefix, part.operator)(number(part.argument, scope));
    case 'BinaryExpression':
      return operator(infix, part.operator)(number(part.left, scope), number(part.right, scope));
    case 'ConditionalExpression':
      return number(part.test, scope) ? number(part.consequent, scope) : number(part.alternate, scope);
    default:
      throw new Error(`A formula has no ${part.type}.`);
  }
}

function operator<F>(operators: Readonly<Record<string, F>>, symbol: string): F {
  const found = operators[symbol];
  if (found === undefined) throw new Error(`A formula has no operator ${symbol}.`);
  return found;
}

/** The index or quoted name in brackets. */
function key(part: Part): string {
  if (part.type !== 'Literal') throw new Error('Only a number or a text may stand in brackets.');
  return String(part.value);
}

function known(place: FormulaValue, name: string): FormulaValue {
  const found = typeof place === 'object' && Object.hasOwn(place, name) ? (place as FormulaScope)[name] : undefined;
  if (found === undefined) throw new Error(`"${name}" is not in scope.`);
  return found;
}
