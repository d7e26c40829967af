import type { Kind, Language } from '../code/language.ts';
import { entryText, shortest, signed } from '../numbers.ts';
import { call, infix, type Spelled } from '../spelling.ts';

const number = (value: number): string => signed(shortest(value));

const math = (name: string): Spelled => call(`Math.${name}`);

/** The functions of the machine: fast, and different from machine to machine. There is no Math.erf. */
const machine = ['exp', 'expm1', 'log', 'log1p', 'sin', 'cos', 'tan', 'atan2', 'tanh'];

/** How JavaScript, and TypeScript with `types`, write a network. */
export function javascriptLanguage(
  types: Readonly<Record<Kind | 'nothing', string>> | undefined,
  functions: 'bundled' | 'Math',
): Language {
  const typed = (kind: Kind | 'nothing'): string => (types === undefined ? '' : `: ${types[kind]}`);
  return {
    number,
    primitives: {
      add: infix('+'),
      subtract: infix('-'),
      multiply: infix('*'),
      divide: infix('/'),
      negate: ([x]) => `-${x}`,
      power: call('power'),
      sqrt: math('sqrt'),
      exp: call('exp'),
      expm1: call('expm1'),
      log: call('log'),
      log1p: call('log1p'),
      sin: call('sin'),
      cos: call('cos'),
      tan: call('tan'),
      atan2: call('atan2'),
      tanh: call('tanh'),
      erf: call('erf'),
      abs: math('abs'),
      floor: math('floor'),
      max: math('max'),
      min: math('min'),
      less: ([a, b]) => `${a} < ${b} ? 1 : 0`,
      select: ([condition, a, b]) => `${condition} !== 0 ? ${a} : ${b}`,
      sumBatch: ([x]) => `0 + ${x}`,
      ...(functions === 'Math'
        ? { ...Object.fromEntries(machine.map((name) => [name, math(name)])), power: math('pow') }
        : {}),
    },
    end: ';',
    open: ' {',
    close: '}',
    comment: (text) => `// ${text}`,
    condition: (text) => `(${text})`,
    choose: (condition, a, b) => `${condition} ? ${a} : ${b}`,
    equal: '===',
    unequal: '!==',
    variables: (names) =>
      names.length === 0 ? undefined : `let ${names.map((name) => name + typed('number')).join(', ')}`,
    constant: (name, value) => `const ${name} = ${value}`,
    variable: (name, value) => `let ${name} = ${value}`,
    loop: (name, from, to) => `for (let ${name} = ${from}; ${name} < ${to}; ${name}++)`,
    routine: (name, parameters, gives) =>
      `function ${name}(${parameters.map(([parameter, kind]) => parameter + typed(kind)).join(', ')})${typed(gives)}`,
    table: (name, values, kind) =>
      `const ${name} = new ${kind === 'numbers' ? 'Float64' : 'Int32'}Array([${values.map((value) => entryText(shortest(value))).join()}]);`,
    own: (name) => name,
    native: { abs: 'Math.abs', floor: 'Math.floor' },
  };
}
