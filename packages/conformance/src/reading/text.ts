import {
  type Pattern,
  type PrivateIdentifier,
  parse,
  type SpreadElement,
  type Super,
  type Expression as Tree,
} from 'acorn';
import { call, type Expression, name, number, type Reading } from './expression.ts';
import { keyOf } from './names.ts';

type Part = Tree | Pattern | Super | SpreadElement | PrivateIdentifier;

const operators: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '**': 'power',
  '<': 'less',
  '>': '>',
  '<=': '≤',
  '>=': '≥',
  '==': '=',
  '!=': '≠',
};

const numbers: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY };

/** Reads a formula in text as a JavaScript parser does. */
export function readText(text: string): Reading {
  const lines: { name: string; value: Expression }[] = [];
  let result: Expression | undefined;
  const keyed = (part: Part): string => keyOf(text.slice(part.start, part.end), undefined);

  const expression = (part: Part): Expression => {
    switch (part.type) {
      case 'Literal':
        if (typeof part.value === 'number') return number(part.value);
        break;
      case 'Identifier':
        return Object.hasOwn(numbers, part.name) ? number(numbers[part.name] as number) : name(keyed(part));
      case 'MemberExpression':
        return name(keyed(part));
      case 'UnaryExpression': {
        const of = expression(part.argument);
        if (part.operator === '-') return of.kind === 'number' ? number(-of.value) : call('negate', of);
        break;
      }
      case 'BinaryExpression': {
        const op = operators[part.operator];
        if (op !== undefined) return call(op, expression(part.left), expression(part.right));
        break;
      }
      case 'ConditionalExpression':
        return call('select', expression(part.test), expression(part.consequent), expression(part.alternate));
      case 'CallExpression':
        if (part.callee.type === 'Identifier') return call(part.callee.name, ...part.arguments.map(expression));
    }
    throw new Error(`A formula has no ${part.type}.`);
  };

  for (const statement of parse(text, { ecmaVersion: 'latest' }).body) {
    if (statement.type !== 'ExpressionStatement') throw new Error(`A formula has no ${statement.type}.`);
    const { expression: part } = statement;
    if (part.type === 'AssignmentExpression') lines.push({ name: keyed(part.left), value: expression(part.right) });
    else result = expression(part);
  }
  return { lines, result };
}
