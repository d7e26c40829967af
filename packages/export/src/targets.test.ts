import { constant, gradient, input, type Node, type Outputs, parameter } from '@chainrule/core';
import { linear } from '@chainrule/macros';
import { add, divide, multiply, sigmoid, sin } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { ExportError, toC, toJavaScript, toPython, toTypeScript } from './index.ts';

/** The exports of a JavaScript module, without a file. */
function run(text: string): { predict(row: object): unknown } {
  const names = [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name as string);
  const body = text.replaceAll(/^export /gm, '');
  return new Function(`"use strict";${body}\nreturn { ${names.join(', ')} };`)();
}

const celsius = add(multiply(parameter(5 / 9), input('fahrenheit')), parameter(-160 / 9)) as Node;
const printers: Readonly<Record<string, (outputs: Outputs, options?: object) => string>> = {
  toJavaScript,
  toTypeScript,
  toC,
  toPython,
};

describe('toJavaScript', () => {
  it.each([
    ['a node', celsius, 100],
    ['an array', [celsius, 2], [100, 2]],
    ['a record of arrays', { celsius: [celsius], two: constant(2) }, { celsius: [100], two: 2 }],
  ] as const)('gives %s in its structure', (_, outputs, expected) => {
    const { predict } = run(toJavaScript(outputs as Outputs));
    const rounded = JSON.parse(JSON.stringify(predict({ fahrenheit: 212 })), (_key, value) =>
      typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value,
    );
    expect(rounded).toEqual(expected);
  });

  it('gives long arrays in their structure, without a text for each of their numbers', () => {
    const many = Array.from({ length: 40 }, (_, i) => add(input('x'), i) as Node);
    const text = toJavaScript({ first: 1, many, last: [2] } as Outputs);
    expect(text).toContain('Array.from(results.subarray(1, 41))');
    const expected = { first: 1, many: many.map((_, i) => 0.5 + i), last: [2] };
    expect(run(text).predict({ x: 0.5 })).toEqual(expected);
    expect(toPython(many)).toContain('return y[0:40]');
  });

  it('names the input that a row lacks', () => {
    const { predict } = run(toJavaScript(celsius));
    expect(() => predict({ celsius: 1 })).toThrow('Input "fahrenheit" must be a number, not undefined.');
    expect(() => predict({ fahrenheit: '212' })).toThrow('must be a number, not string');
  });

  it('makes an output called __proto__ a member of the record', () => {
    const outputs = { ['__proto__']: celsius };
    const { predict } = run(toJavaScript(outputs));
    expect(Object.keys(predict({ fahrenheit: 32 }) as object)).toEqual(['__proto__']);
  });

  it('prints only the elementary functions that are used, and those of Math when asked', () => {
    const text = toJavaScript(sigmoid(input('x')));
    expect(text).toContain('function exp(');
    expect(text).not.toContain('function log(');
    expect(toJavaScript(celsius)).not.toContain('function scale(');
    expect(toJavaScript(sin(input('x')), { functions: 'Math' })).toContain('Math.sin(x[0])');
  });
});

describe.each(Object.entries(printers))('%s', (name, print) => {
  it('prints the hash of the graph, which every number and name has a part in', () => {
    const hash = (outputs: Outputs): string => /Graph ([0-9a-f]{16}):/.exec(print(outputs))?.[1] as string;
    const weight = parameter(0.5);
    const y = multiply(weight, input('x')) as Node;
    const first = hash(y);
    expect(hash(y)).toBe(first);
    weight.value = 0.25;
    const others = [hash(y), hash(multiply(0.5, input('z'))), hash({ y: multiply(weight, input('x')) })];
    expect(new Set([first, ...others]).size).toBe(4);
  });

  it('carries as many test vectors as are asked for, or none', () => {
    expect(print(celsius, { vectors: { count: 4 } })).toContain('4 test vectors');
    const none = print(celsius, { vectors: { count: 0 } });
    expect(none).toContain('It carries no test vectors.');
    expect(none).not.toMatch(/self_?test/i);
    expect(() => print(celsius, { vectors: { count: 1.5 } })).toThrow(ExportError);
  });

  it('takes typical rows for its vectors from data', () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({ fahrenheit: 1000.0625 + i }));
    expect(print(celsius, { vectors: { rows } })).toContain('1000.0625');
    expect(() => print(celsius, { vectors: { rows: [{ celsius: 1 }] } })).toThrow('fahrenheit');
  });

  it('prints gradients as it prints all else', () => {
    const [x, y] = [input('x'), input('y')];
    const outputs = { y: linear([x, y], 3), slopes: gradient(divide(sin(x), y), [x, y]) };
    expect(print(outputs as Outputs)).toContain('2 inputs, 5 outputs.');
    expect(name).toMatch(/^to/);
  });

  it('prints a structure without outputs', () => {
    expect(print([])).toContain('0 inputs, 0 outputs.');
  });

  it('prints a graph without inputs', () => {
    expect(print({ one: add(parameter(0.5), 0.5) })).toContain('0 inputs, 1 output.');
  });
});

describe('toC', () => {
  it('refuses a name that is no identifier, and names that no C string can hold', () => {
    expect(() => toC(celsius, { name: 'a-b' })).toThrow(ExportError);
    expect(() => toC(celsius, { name: '' })).toThrow('letters, digits and _');
    expect(() => toC(add(input('a\0b'), 1))).toThrow(/null character.*toJavaScript or toPython/);
    expect(() => toC(add(input('\ud83d'), 1))).toThrow('half of a surrogate pair');
  });

  it('prints floats as the shortest text that is the same float', () => {
    const text = toC(multiply(0.1, input('x')), { type: 'float' });
    expect(text).toContain('y[0] = 0.1f * x[0];');
    expect(toC(multiply(1 / 3, input('x')), { type: 'float' })).toContain('0.33333334f');
  });

  it('names everything after the network, so that several fit into a program', () => {
    const text = toC(sigmoid(input('x')), { name: 'gate' });
    const names = [...text.matchAll(/^static (?:inline |const )?[\w ]+?\*?(\w+)[([]/gm)].map(([, each]) => each);
    expect(names.length).toBeGreaterThan(5);
    for (const each of names) expect(each).toMatch(/^gate_/);
  });
});
