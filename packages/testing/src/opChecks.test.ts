import { apply, type Op, primitives } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { opChecks } from './opChecks.ts';
import { sabotage } from './sabotage.ts';

/** A derived copy of a primitive, to be spoiled. */
const copy = (original: Op, change: Partial<Op>): Op => ({
  ...original,
  primitive: undefined,
  partials: undefined,
  expand: (args) => apply(original, args),
  ...change,
});

const { add, divide, exp, log, multiply, subtract, tanh } = primitives;

const failing = (op: Op, sentence: string, expectations = {}): string[] => {
  const check = opChecks[sentence];
  if (check === undefined) throw new Error(`no check "${sentence}"`);
  return check(op, expectations);
};

describe('opChecks', () => {
  it('find nothing wrong with a sound op', () => {
    const found = Object.entries(opChecks).flatMap(([, check]) => check(copy(tanh, {}), { partialUnit: 1 }));
    expect(found).toEqual([]);
  });
  it('find a value that is off by a few ulps', () => {
    const off = copy(tanh, { expand: ([x]) => apply(multiply, [1 + 2 ** -49, apply(tanh, [x as never])]) });
    expect(failing(off, 'agrees with the references in value and first derivatives', { partialUnit: 1 })).not.toEqual(
      [],
    );
  });
  it('find a wrong second derivative', () => {
    // the right first derivative, y, with a wrong derivative of its own
    const wrong = copy(exp, {
      name: 'exp',
      partials: () => [0],
      expand: ([x]) => apply(primitives.exp, [x as never]),
    });
    const off = copy(exp, { partials: (_, [x]) => [apply(wrong, [x as never])] });
    expect(failing(off, 'agrees with the references in value and first derivatives')).toEqual([]);
    expect(failing(off, 'has the second derivatives that differences of the first give')).not.toEqual([]);
  });
  it('find a wrong convention, value or treatment of NaN', () => {
    expect(
      failing(primitives.max, 'follows the conventions at kinks and on ties', {
        kinks: [
          [
            [2, 2],
            [0, 1],
          ],
        ],
      }),
    ).toHaveLength(1);
    expect(failing(log, 'has the stated values at infinities and zeros', { special: [[[0], 0]] })).toHaveLength(1);
    expect(failing(primitives.less, 'passes NaN on')).toHaveLength(2);
  });
  it('find an op that says finite and is not', () => {
    expect(failing({ ...log, finite: true }, 'is finite for finite arguments if it says so')).not.toEqual([]);
    expect(failing(log, 'is finite for finite arguments if it says so')).toEqual([]);
  });
  it('find a formula that is spelled otherwise or reads as another value', () => {
    const sentence = 'prints a formula that JavaScript reads as the same value';
    expect(failing(subtract, sentence)).toEqual(['formula is a - b, expected subtract(a, b)']);
    const plus = copy(subtract, { notation: { form: 'infix', symbol: '+', precedence: 'sum' } });
    expect(failing(plus, sentence, { notation: 'a + b' })).not.toEqual([]);
    const loose = copy(divide, { notation: { form: 'infix', symbol: '/', precedence: 'call' } });
    expect(failing(loose, sentence, { notation: 'a / b' })).not.toEqual([]);
  });
  it('find an op that means something else when simplified', () => {
    expect(failing(copy(tanh, { complement: () => 5 }), 'is the same simplified or not')).not.toEqual([]);
    expect(failing(copy(exp, { log: () => 5 }), 'is the same simplified or not')).not.toEqual([]);
  });
});

describe('sabotage', () => {
  it('makes mistakes in values, derivatives and the order of arguments', () => {
    expect(sabotage(subtract, false).map(({ mistake }) => mistake)).toEqual([
      'value · 1.001',
      '−value',
      'derivative 0 · 1.001',
      'derivative 0 · −1',
      'derivative 1 · 1.001',
      'derivative 1 · −1',
      'arguments exchanged',
      'derivatives exchanged',
    ]);
  });
  it('leaves out what changes nothing', () => {
    const of = (op: Op): string[] => sabotage(op, true).map(({ mistake }) => mistake);
    expect(of(add)).not.toContain('arguments exchanged');
    expect(of(add)).not.toContain('derivatives exchanged');
    expect(of(multiply)).toContain('derivatives exchanged');
    expect(of(primitives.floor)).toContain('derivative 0 is 0.001');
  });
});
