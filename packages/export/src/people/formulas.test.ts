import {
  defineOp,
  GraphError,
  gradient,
  input,
  inputs,
  type Node,
  type Outputs,
  parameter,
  seed,
} from '@chainrule/core';
import { linear, softmax } from '@chainrule/macros';
import {
  abs,
  add,
  cube,
  divide,
  equal,
  exp,
  floor,
  greaterOrEqual,
  less,
  log,
  max,
  multiply,
  negate,
  power,
  relu,
  select,
  sigmoid,
  sqrt,
  square,
  subtract,
  tanh,
} from '@chainrule/ops';
import { describe, expect, it, test } from 'vitest';
import { ExportError, toLatex, toMathML, toText } from '../index.ts';

const [a, b, x] = [input('a'), input('b'), input('x')];

describe('toText', () => {
  it('prints what funcify prints', () => {
    expect(toText(multiply(0.123456, sigmoid(x)))).toBe('0.1235 * sigmoid(x)');
    expect(toText(multiply(0.123456, sigmoid(x)), { digits: 2 })).toBe('0.12 * sigmoid(x)');
    expect(toText({ y: add(multiply(parameter(2, { name: 'w' }), x), 1) }, { parameters: 'names' })).toBe(
      'y = w * x + 1',
    );
  });

  it('expands operations to what the engines compute, laws applied', () => {
    expect(toText(sigmoid(x), { ops: 'expanded' })).toBe('1 / (1 + exp(-x))');
    expect(toText({ loss: negate(log(sigmoid(x))) }, { ops: 'expanded' })).toBe(
      'loss = max(-x, 0) + log1p(exp(-abs(x)))',
    );
    expect(toText([square(x), inputs('v', 3)[1] as Node], { ops: 'expanded' })).toBe(
      'outputs[0] = x * x\noutputs[1] = v[1]',
    );
  });

  it('makes steps as it is told', () => {
    const s = add(a, b);
    expect(toText(multiply(s, s), { steps: 'none' })).toBe('(a + b) * (a + b)');
    expect(toText(multiply(s, negate(s)), { steps: 'every' })).toBe('s1 = a + b\ns2 = -s1\ns1 * s2');
  });
});

const myOp = defineOp('xor', {
  expand: (p, q) => add(p, q),
  notation: { form: 'infix', symbol: '⊕_', precedence: 'sum' },
});
const postfix = defineOp('primed', {
  expand: (p) => exp(p),
  notation: { form: 'suffix', symbol: '!', precedence: 'power' },
});

describe('toLatex', () => {
  test.each<[string, Outputs]>([
    ['x', x],
    ['-0.5', -0.5],
    ['1.5 \\times 10^{-7}', 1.5e-7],
    ['-1 \\times 10^{300}', -1e300],
    ['\\infty', Number.POSITIVE_INFINITY],
    ['-\\infty', Number.NEGATIVE_INFINITY],
    ['\\text{NaN}', Number.NaN],
    ['a + b - x', subtract(add(a, b), x)],
    ['a - \\left( b - x \\right)', subtract(a, subtract(b, x))],
    ['a - b', add(a, negate(b))],
    ['a + b', subtract(a, negate(b))],
    ['a - 2 \\cdot b', add(a, multiply(-2, b))],
    ['a \\cdot \\left( -b \\right)', multiply(a, negate(b))],
    ['a \\cdot 1.5 \\times 10^{-7} \\cdot b', multiply(a, 1.5e-7, b)],
    ['\\left( a + b \\right) \\cdot x', multiply(add(a, b), x)],
    ['\\frac{a + b}{x}', divide(add(a, b), x)],
    ['\\left( \\frac{a}{b} \\right)^{2}', square(divide(a, b))],
    ['-\\frac{a}{b}', negate(divide(a, b))],
    ['-\\left( -a \\right)', negate(negate(a))],
    ['-\\left( a + b \\right)', negate(add(a, b))],
    ['-x^{3}', negate(cube(x))],
    ['\\left( -x \\right)^{3}', cube(negate(x))],
    ['a^{b^{x}}', power(a, power(b, x))],
    ['\\left( 2 \\times 10^{30} \\right)^{x}', power(2e30, x)],
    ['\\sqrt{a + b}', sqrt(add(a, b))],
    ['\\ln\\left( \\left| a \\right| \\right)', log(abs(a))],
    ['\\left\\lfloor x \\right\\rfloor', floor(x)],
    ['\\max\\left( a, b \\right)', max(a, b)],
    ['\\left[ a < b \\right]', less(a, b)],
    ['1 + \\left[ a \\ge b \\right]', add(1, greaterOrEqual(a, b))],
    ['\\left[ a = b \\right]', equal(a, b)],
    ['\\begin{cases} a & \\text{if } a < b \\\\ b & \\text{otherwise} \\end{cases}', select(less(a, b), a, b)],
    [
      '2 \\cdot \\left( \\begin{cases} 1 & \\text{if } x \\ne 0 \\\\ 0 & \\text{otherwise} \\end{cases} \\right)',
      multiply(2, select(x, 1, 0)),
    ],
    [
      '\\left( \\begin{cases} a & \\text{if } a < b \\\\ b & \\text{otherwise} \\end{cases} \\right) + 1',
      add(select(less(a, b), a, b), 1),
    ],
    ['\\operatorname{sigmoid}\\left( x \\right)', sigmoid(x)],
    ['a \\text{\\textbackslash{}u\\{2295\\}\\_} b', myOp(a, b)],
    ['\\left( a + b \\right) \\text{!}', postfix(add(a, b))],
    ['x_{1} + x_{12}', add(input('x1'), input('x12'))],
    ['\\mathit{pixel}_{3}', inputs('pixel', 4)[3] as Node],
    ['\\theta_{2}', input('θ2')],
    ['\\mathit{fahrenheit} + \\text{sepal\\_length}', add(input('fahrenheit'), input('sepal_length'))],
    ['\\text{"a\\ \\&\\ \\$b\\$"}', input('a & $b$')],
    ['\\text{"\\textbackslash{}u\\{202e\\}"}', input('\u202e')],
    ['\\text{""}', input('')],
  ])('prints %s', (text, outputs) => {
    expect(toLatex(outputs)).toBe(text);
  });

  it('sets steps and outputs in lines', () => {
    const s = exp(a);
    expect(toLatex({ y: multiply(s, s), z: b, again: b })).toBe(
      '\\begin{aligned}\ns_{1} &= \\exp\\left( a \\right) \\\\\ny &= s_{1} \\cdot s_{1} \\\\\nz &= b \\\\\n\\mathit{again} &= z\n\\end{aligned}',
    );
    expect(toLatex(multiply(s, s))).toBe(
      '\\begin{aligned}\ns_{1} &= \\exp\\left( a \\right) \\\\\n&s_{1} \\cdot s_{1}\n\\end{aligned}',
    );
  });

  it('gives different names different symbols', () => {
    const v = inputs('x', 2);
    expect(toLatex(add(v[1] as Node, input('x1')))).toBe('x_{1} + \\mathit{x1}');
    const s = exp(a);
    expect(toLatex(multiply(s, s, inputs('s', 2)[1] as Node))).toContain('s_{1} \\cdot s_{1} \\cdot \\text{s[1]}');
  });

  it('breaks long sums, and says which layer lines come from', () => {
    seed(1);
    const hidden = linear(inputs('pixel', 8), 6).map((z) => tanh(z));
    const text = toLatex(softmax(linear(hidden, 3)));
    expect(text.match(/\\textbf\{.*?\}/g)).toEqual([
      '\\textbf{linear\\#1}',
      '\\textbf{linear\\#2}',
      '\\textbf{softmax\\#1}',
    ]);
    expect(text).toMatch(/\\\\\n&\\hspace\{1em\} \{\} [+-] /);
    expect(toLatex(softmax(linear([x], 2)))).not.toContain('textbf');
  });

  it('prints derivatives as any other formula', () => {
    expect(toLatex(gradient(square(x), x))).toBe('2 \\cdot x');
    expect(toLatex(gradient(relu(x), x))).toBe('\\left[ 0 < x \\right]');
  });
});

describe('toMathML', () => {
  const inner = (outputs: Outputs): string => toMathML(outputs).replace(/^<math [^>]*>(.*)<\/math>$/s, '$1');

  it('prints elements of MathML Core', () => {
    expect(inner(divide(a, sqrt(negate(b))))).toBe(
      '<mfrac><mi>a</mi><msqrt><mrow><mo>−</mo><mi>b</mi></mrow></msqrt></mfrac>',
    );
    expect(inner(-1.5e-7)).toBe(
      '<mrow><mo>−</mo><mrow><mn>1.5</mn><mo>×</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>7</mn></mrow></msup></mrow></mrow>',
    );
    expect(inner(inputs('x', 3)[2] as Node)).toBe('<msub><mi>x</mi><mn>2</mn></msub>');
    expect(inner(input('<&>'))).toBe('<mi>&quot;&lt;&amp;&gt;&quot;</mi>');
    expect(inner(input('\ufffe'))).toBe('<mi>&quot;\\u{fffe}&quot;</mi>');
    expect(inner(tanh(x))).toBe(
      '<mrow><mi>tanh</mi><mo>&#x2061;</mo><mrow><mo fence="true">(</mo><mi>x</mi><mo fence="true">)</mo></mrow></mrow>',
    );
  });

  it('sets lines in a table', () => {
    expect(inner({ y: x })).toBe(
      '<mtable>\n<mtr><mtd style="text-align:right"><mi>y</mi></mtd><mtd><mo>=</mo></mtd><mtd style="text-align:left"><mi>x</mi></mtd></mtr>\n</mtable>',
    );
  });
});

describe('toMathML with marks', () => {
  const [w, c] = [parameter(-0.5), parameter(2)];
  const hidden = tanh(add(multiply(w, a), c));
  const keys = new Map<Node, string>([
    [w, 'w'],
    [a, 'a'],
    [hidden, 'h"1'],
  ]);
  const mark = (node: Node): string | undefined => keys.get(node);
  const unmarked = (text: string): string => text.replaceAll(/ data-node="[^"]*"/g, '');
  const holders = (text: string, key: string): string[] =>
    Array.from(text.matchAll(new RegExp(`<(\\w+) data-node="${key}"`, 'g')), ([, element]) => element as string);

  it('writes keys into the elements of numbers, names and expressions, and changes nothing else', () => {
    const text = toMathML(square(hidden), { mark });
    expect(unmarked(text)).toBe(toMathML(square(hidden)));
    expect(holders(text, 'w')).toEqual(['mrow']);
    expect(holders(text, 'a')).toEqual(['mi']);
    expect(holders(text, 'h&quot;1')).toEqual(['mrow']);
  });

  it('marks a step at its line and wherever its name stands', () => {
    const outputs = { y: add(hidden, square(hidden)) };
    expect(holders(toMathML(outputs, { mark }), 'h&quot;1')).toEqual(['msub', 'mrow', 'msub', 'msub']);
    expect(unmarked(toMathML(outputs, { mark }))).toBe(toMathML(outputs));
  });

  it('marks a negative number that is written as a difference', () => {
    expect(toMathML(add(a, w), { mark })).toContain('<mo form="infix">−</mo><mn data-node="w">0.5</mn>');
  });

  it('marks no element twice', () => {
    const [first, second] = linear([a, b], 2);
    const all = toMathML({ y: tanh(first), z: negate(second) }, { mark: () => 'k' });
    expect(all).not.toMatch(/data-node="k"[^>]*data-node/);
  });
});

describe.each([toText, toLatex, toMathML])('%O', (print) => {
  it('refuses digits that are none', () => {
    expect(() => print(x, { digits: 0.5 })).toThrow(GraphError);
  });
});

describe.each([
  ['toLatex', toLatex],
  ['toMathML', toMathML],
] as const)('%s', (name, print) => {
  it('refuses a million nodes, and says what takes them', () => {
    let chain: Node = x;
    for (let i = 0; i < 1_000_000; i++) chain = exp(chain);
    expect(() => print(chain)).toThrow(ExportError);
    expect(() => print(chain)).toThrow(
      `${name}: the network has 1,000,001 nodes, and the limit is 20,000. Print some of the outputs, or use toText, which has no limit.`,
    );
  }, 600_000);

  it('nests no deeper than 20, whatever the graph', () => {
    let chain: Node = x;
    for (let i = 0; i < 1000; i++) chain = exp(chain);
    let [depth, deepest] = [0, 0];
    for (const [tag] of print(chain).matchAll(/\\left|\\right|<mrow>|<\/mrow>/g)) {
      depth += tag === '\\left' || tag === '<mrow>' ? 1 : -1;
      deepest = Math.max(deepest, depth);
    }
    expect(deepest).toBeGreaterThan(10);
    expect(deepest).toBeLessThanOrEqual(40);
  });
});
