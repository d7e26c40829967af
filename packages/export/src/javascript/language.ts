import { braces } from '../code/braces.ts';
import type { Kind, Language } from '../code/language.ts';
import { operators } from '../code/operators.ts';
import { entryText, shortest, signed } from '../numbers.ts';
import { call, type Spelled } from '../spelling.ts';

const number = (value: number): string => signed(shortest(value));

const math = (name: string): Spelled => call(`Math.${name}`);

/** The functions of the machine: fast, and different from machine to machine. There is no Math.erf. */
const machine = (name: string): Spelled => (name === 'erf' ? call(name) : math(name === 'power' ? 'pow' : name));

/** How JavaScript, and TypeScript with `types`, write a network. */
export function javascriptLanguage(
  types: Readonly<Record<Kind | 'nothing', string>> | undefined,
  functions: 'bundled' | 'Math',
): Language {
  const typed = (kind: Kind | 'nothing'): string => (types === undefined ? '' : `: ${types[kind]}`);
  return {
    number,
    primitives: {
      ...operators(functions === 'Math' ? machine : call),
      sqrt: math('sqrt'),
      abs: math('abs'),
      floor: math('floor'),
      max: math('max'),
      min: math('min'),
      less: ([a, b]) => `${a} < ${b} ? 1 : 0`,
      select: ([condition, a, b]) => `${condition} !== 0 ? ${a} : ${b}`,
      sumBatch: ([x]) => `0 + ${x}`,
    },
    ...braces,
    comment: (text) => `// ${text}`,
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
