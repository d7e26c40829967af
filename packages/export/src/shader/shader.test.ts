import { elementary, input, inputs, type Node, parameter } from '@chainrule/core';
import { linear } from '@chainrule/macros';
import { add, exp, multiply, tanh } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { libraryOf } from '../elementary/libraryOf.ts';
import { ExportError } from '../errors.ts';
import { javascriptLanguage } from '../javascript/language.ts';
import { functions } from './functions.ts';
import { toGlsl } from './toGlsl.ts';
import { toWgsl } from './toWgsl.ts';

const wave = tanh(add(multiply(parameter(0.3), input('x')), parameter(-1 / 3))) as Node;

describe.each([
  ['toWgsl', toWgsl],
  ['toGlsl', toGlsl],
] as const)('%s', (name, print) => {
  it('prints the shortest text of a float, and only the functions that are called', () => {
    const text = print(wave);
    expect(text).toContain('model_tanh((0.3 * x0) + (-0.33333334))');
    expect(text).toContain('model_exp(');
    expect(text).not.toContain('model_log(');
  });

  it('names all that is its own after the network', () => {
    const text = print([wave, exp(inputs('v', 3)[1] as Node)] as Node[], { name: 'tone' });
    const names = [...text.matchAll(/^(?:fn |const (?:float )?|float(?:\[\d+\])? )(\w+)/gm)].map(([, each]) => each);
    expect(names.length).toBeGreaterThan(6);
    for (const each of names) expect(each).toMatch(/^tone_/);
  });

  it('prints nothing of names', () => {
    const text = print({ secretOutput: add(input('secretInput'), 1) });
    expect(text).not.toMatch(/secret/);
  });

  it('carries as many test vectors as are asked for, or none', () => {
    expect(print(wave, { vectors: { count: 4 } })).toContain('4 test vectors');
    const none = print(wave, { vectors: { count: 0 } });
    expect(none).toContain('It carries no test vectors.');
    expect(none).not.toMatch(/self_test|model_errorOf/);
  });

  it('refuses what is too large, with a way out', () => {
    const large = linear(inputs('x', 64), 40) as Node[];
    expect(() => print(large)).toThrow(ExportError);
    expect(() => print(large)).toThrow(
      /characters as a shader, and the limit is 30,000\. toOnnx runs on .* runtime\.$/,
    );
    const many = Array.from({ length: 256 }, (_, i) => input(`x${i}`));
    expect(() => print(add(...many))).toThrow(`${name}: the network has 256 inputs, and the limit is 255.`);
    expect(() => print(add(...inputs('x', 256)))).toThrow('Fewer test vectors make a shader shorter.');
    expect(print(add(...inputs('x', 256)), { vectors: { count: 1 } })).toContain('x0[255]');
  });

  it.each(['', '1a', 'a__b', 'a_', 'gl_x', 'a-b', 'ä'])('refuses the name %j', (given) => {
    expect(() => print(wave, { name: given })).toThrow('must be letters, digits and single _');
  });

  it('refuses numbers that no float of 32 bits is', () => {
    expect(() => print(multiply(1e300, input('x')) as Node)).toThrow(`${name}: the network holds 1e+300, and`);
  });

  it('writes numbers that are none as functions', () => {
    const text = print([multiply(Number.POSITIVE_INFINITY, input('x')), add(Number.NaN, input('x'))] as Node[]);
    expect(text).toMatch(/model_infinity\(\) \* x0/);
    expect(text).toMatch(/model_nan\(\) \+ x0/);
  });
});

/** The functions of shaders, in JavaScript and so in 64 bits: what is left is the error of the formulas. */
const inDoubles: Readonly<Record<string, (...args: number[]) => number>> = (() => {
  const language = javascriptLanguage(undefined, 'bundled');
  const names = Object.keys(functions);
  const lines = libraryOf(
    functions,
    names.map((each) => `${each}(`),
    language,
    Object.fromEntries(
      [
        'const isNan = (x) => x !== x ? 1 : 0;',
        'const isNegative = (x) => x < 0 || Object.is(x, -0) ? 1 : 0;',
        'const powerOfTwo = (k) => 2 ** k;',
        'const exponentOf = (x) => { let k = Math.round(Math.log2(x)); if (x / 2 ** k < Math.SQRT1_2) k--; return k; };',
        'const nan = () => NaN;',
        'const infinity = () => Infinity;',
      ].map((line) => [/const (\w+)/.exec(line)?.[1] as string, () => [line]]),
    ),
  );
  return new Function(`${lines.join('\n')}\nreturn { ${names.join(', ')} };`)();
})();

describe('elementary functions of shaders', () => {
  const grid = Array.from({ length: 4001 }, (_, i) => (i - 2000) / 100);
  const small = [-38, -20, -6, -2, -1].flatMap((e) => [10 ** e, -(10 ** e)]);

  it.each(['exp', 'expm1', 'log', 'log1p', 'tanh', 'erf', 'sin', 'cos', 'tan'] as const)('%s', (name) => {
    for (const x of [...grid, ...small, 60.5, -80, 0, 1e4]) {
      const [found, wanted] = [inDoubles[name]?.(x) as number, elementary[name](x)];
      const isLarge = !Number.isFinite(wanted) || Math.abs(wanted) > 3.4e38;
      if (Number.isNaN(wanted)) expect(found, `${name}(${x})`).toBeNaN();
      else if (!isLarge)
        expect(Math.abs(found - wanted), `${name}(${x})`).toBeLessThanOrEqual(
          3e-7 * Math.abs(wanted) + 1e-8 * Math.abs(wanted) ** 2,
        );
    }
    expect(inDoubles[name]?.(Number.NaN)).toBeNaN();
  });

  it('atan2 and power, with their special values', () => {
    const some = [0, -0, 1, -1, 0.3, -2.5, 3, 7, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
    for (const a of some)
      for (const b of some)
        for (const name of ['atan2', 'power'] as const) {
          const [found, wanted] = [Math.fround(inDoubles[name]?.(a, b) as number), elementary[name](a, b)];
          if (Number.isFinite(wanted))
            expect(Math.abs(found - wanted), `${name}(${a}, ${b})`).toBeLessThan(1e-6 * Math.max(1, Math.abs(wanted)));
          else expect(found, `${name}(${a}, ${b})`).toBe(wanted);
        }
  });
});
