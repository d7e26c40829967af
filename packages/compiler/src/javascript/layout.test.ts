import { gradient, input, lower, meanBatch, type Node, type Program, parameter } from '@chainrule/core';
import { add, multiply, sin, square, sum, tanh } from '@chainrule/ops';
import { describe, expect, test } from 'vitest';
import { operationsOf } from '../engines.ts';
import { largestFunction, layouts, withShortLists } from './layout.ts';
import { scopeOf } from './spelling.ts';
import { write } from './write.ts';

const evil = '"];throw 1;//';
const x = input(evil);

const plansOf = (program: Program) => {
  const whole = withShortLists(program);
  return layouts(whole)(operationsOf(whole));
};

function code(program: Program): string[] {
  const plan = plansOf(program);
  const place = (id: number): string => `m[${id}]`;
  return plan.chunks.map((chunk) => write(plan, chunk, { prefix: 'v', read: place, keep: place }));
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

describe('layout of a large program', () => {
  test('makes functions that V8 optimises: few operands, less than 40,000 characters, flat expressions', () => {
    const texts = code(program);
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) {
      expect(text.length).toBeLessThan(40_000);
      expect(depth(text)).toBeLessThanOrEqual(20);
      for (const line of text.split('\n')) expect(line.length).toBeLessThan(10_000);
    }
    for (const { size } of plansOf(program).chunks) expect(size).toBeLessThanOrEqual(largestFunction);
  });

  test('writes nothing but numbers, operators and names of our making', () => {
    const names = Object.keys(scopeOf(program)).join('|');
    expect(names).toBe('sin|tanh|cos');
    const token = new RegExp(
      `const |v\\d+|m\\[\\d+\\]|n\\*|${names}|Math\\.\\w+|[-+]?\\d+(\\.\\d+)?(e[-+]?\\d+)?|[-+*/<>?:!=(),;\\n]`,
      'g',
    );
    for (const text of code(program)) expect(text.replace(token, '')).toBe('');
  });
});

test('layouts puts what is used once inside the expression of its user, in time with it', () => {
  const [p, q] = [parameter(1), parameter(2)];
  const program = lower(add(multiply(p, q), multiply(q, x)));
  const [single] = code(program) as [string];
  expect(single).toBe('const v2=m[2];\nconst v5=(m[1]*v2)+(v2*m[0]);\nm[5]=v5;');
  const lay = layouts(program);
  const kept = (rank: number) => lay(operationsOf(program).filter((id) => program.rank[id] === rank));
  expect(kept(0).chunks.map(({ statements }) => statements)).toEqual([[3]]);
  expect(kept(1).chunks.map(({ statements }) => statements)).toEqual([[5]]);
});
