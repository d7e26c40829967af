import { gradient, input, lower, meanBatch, type Node, type Program, parameter } from '@chainrule/core';
import { add, multiply, sin, square, sum, tanh } from '@chainrule/ops';
import { describe, expect, test } from 'vitest';
import { largestFunction, layout } from './layout.ts';
import { scopeOf } from './spelling.ts';
import { write } from './write.ts';

const evil = '"];throw 1;//';
const x = input(evil);

function code(program: Program, one: boolean): string[] {
  const plan = layout(program, one);
  return plan.phases.flat().map((chunk) =>
    write(plan, chunk, {
      prefix: 'v',
      input: (slot) => `x[${slot}]`,
      parameter: (slot) => `p[${slot}]`,
      cell: (place) => `m[${place}]`,
      keep: (place) => `m[${place}]`,
      output: (i) => `y[${i}]`,
    }),
  );
}

const depth = (text: string): number => {
  let [open, deepest] = [0, 0];
  for (const letter of text) {
    if (letter === '(') deepest = Math.max(deepest, ++open);
    if (letter === ')') open--;
  }
  return deepest;
};

const weights = Array.from({ length: 2500 }, (_, i) => parameter(i / 3, { name: evil }));
const long = sum(weights.map((weight) => multiply(weight, sin(add(weight, x)))));
const chain = weights.reduce<Node>((value, weight) => multiply(weight, tanh(value)), x);
const powers = weights.slice(0, 500).reduce<Node>((value, weight) => add(weight, multiply(x, value)), x);
const loss = meanBatch(add(square(long), chain, powers));
const program = lower([loss, ...gradient<Node[], Node>(loss, weights)]);

describe.each([true, false])('layout of a large program (one sample: %s)', (one) => {
  test('makes functions that V8 optimises: few operands, less than 40,000 characters, flat expressions', () => {
    const texts = code(program, one);
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) {
      expect(text.length).toBeLessThan(40_000);
      expect(depth(text)).toBeLessThanOrEqual(20);
      for (const line of text.split('\n')) expect(line.length).toBeLessThan(10_000);
    }
    for (const { size } of layout(program, one).phases.flat()) expect(size).toBeLessThanOrEqual(largestFunction);
  });

  test('writes nothing but numbers, operators and names of our making', () => {
    const names = Object.keys(scopeOf(program)).join('|');
    expect(names).toBe('sin|tanh|cos');
    const token = new RegExp(
      `const |v\\d+|[mpxy]\\[\\d+\\]|n\\*|${names}|Math\\.\\w+|[-+]?\\d+(\\.\\d+)?(e[-+]?\\d+)?|[-+*/<>?:!=(),;\\n]`,
      'g',
    );
    for (const text of code(program, one)) expect(text.replace(token, '')).toBe('');
  });
});

test('layout puts what is used once inside the expression of its user, in time with it', () => {
  const [p, q] = [parameter(1), parameter(2)];
  const [single] = code(lower(add(multiply(p, q), multiply(q, x))), true) as [string];
  expect(single).toContain('=(p[0]*v2)+(v2*x[0]);');
  const [once, each] = code(lower(add(multiply(p, q), multiply(q, x))), false) as [string, string];
  expect(once).toContain('=p[0]*p[1];\nm[0]=');
  expect(each).toContain('=m[0]+(p[1]*x[0]);');
});
