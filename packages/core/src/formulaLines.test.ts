import { expect, test } from 'vitest';
import { textWriter } from './formulaPiece.ts';
import { defineMacro, formulaLines, input, type Node, parameter } from './index.ts';
import { add, exp, multiply } from './testing/vocabulary.ts';

test('formulaLines tells its writer the node of each piece: leaves, operations, and steps wherever their name stands', () => {
  const [x, w] = [input('x'), parameter(3)];
  const step = multiply(w, x);
  const sum = add(step, multiply(step, step));
  const told: [string, Node][] = [];
  const tell = (text: string, node: Node): string => {
    told.push([text, node]);
    return text;
  };
  const { lines } = formulaLines(
    { sum },
    {},
    { number: tell, name: tell, operation: ({ name }, _, __, node) => tell(name, node) },
  );
  const of = (node: Node): string[] => told.flatMap(([text, which]) => (which === node ? [text] : []));
  expect([of(x), of(w), of(step), of(sum)]).toEqual([['x'], ['3'], ['multiply', 's1'], ['add', 'sum']]);
  expect(lines.map(({ node }) => node)).toEqual([step, sum]);
});

test('formulaLines says which call of a macro a line comes from: the innermost and last', () => {
  const layer = defineMacro('layer', (of: Node) => add(multiply(parameter(2), of), parameter(1)));
  const first = layer(input('x'));
  const hidden = exp(first);
  const { lines } = formulaLines({ y: layer(multiply(hidden, hidden)), n: 1 }, {}, textWriter);
  expect(lines.map(({ names, block }) => [...names, block])).toEqual([
    ['s1', 'layer#1'],
    ['y', 'layer#2'],
    ['n', undefined],
  ]);
});
