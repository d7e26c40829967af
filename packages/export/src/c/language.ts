import { braces } from '../code/braces.ts';
import type { Kind, Language } from '../code/language.ts';
import { operators } from '../code/operators.ts';
import { entryText, pointed, shortest, shortestFloat, signed } from '../numbers.ts';
import { bare, call, foldedCall, type Spelled } from '../spelling.ts';

export type CType = 'double' | 'float';

/** A number as a literal; whole ones get a point, because 1/2 is 0. */
function literal(value: number, type: CType): string {
  // NAN and INFINITY are floats
  if (Number.isNaN(value)) return type === 'float' ? 'NAN' : '((double)NAN)';
  const infinity = type === 'float' ? 'INFINITY' : 'HUGE_VAL';
  if (!Number.isFinite(value)) return value < 0 ? `(-${infinity})` : infinity;
  const text = type === 'float' ? shortestFloat(value) : shortest(value);
  return signed(pointed(text) + (type === 'float' ? 'f' : ''));
}

/** How C writes a network in doubles or floats; names of its own begin with `prefix`. */
export function cLanguage(type: CType, prefix: string, functions: 'bundled' | 'math.h'): Language {
  const own = (name: string): string => `${prefix}_${name}`;
  const suffix = type === 'float' ? 'f' : '';
  // our functions are of doubles
  const ours = (spelled: Spelled): Spelled => (type === 'float' ? (args) => `(float)${spelled(args)}` : spelled);
  const number = (value: number): string => literal(value, type);
  const [zero, one] = [number(0), number(1)];
  const pointers: Readonly<Record<Kind, string>> = {
    number: `${type} `,
    numbers: `const ${type} *`,
    result: `${type} *`,
  };
  return {
    number,
    primitives: {
      // pow has other special values
      ...operators((name) =>
        functions === 'math.h' && name !== 'power' ? call(name + suffix) : ours(call(own(name))),
      ),
      sqrt: call(`sqrt${suffix}`),
      abs: call(`fabs${suffix}`),
      floor: call(`floor${suffix}`),
      max: ours(foldedCall(own('maximum'))),
      min: ours(foldedCall(own('minimum'))),
      less: ([a, b]) => `${a} < ${b} ? ${one} : ${zero}`,
      select: ([condition, a, b]) => `${condition} != ${zero} ? ${a} : ${b}`,
      sumBatch: ([x]) => `${zero} + ${x}`,
    },
    ...braces,
    comment: (text) => `/* ${text} */`,
    equal: '==',
    unequal: '!=',
    variables: (names) => (names.length === 0 ? undefined : `${type} ${names.join(', ')}`),
    constant: (name, value) => `const ${type} ${name} = ${value}`,
    variable: (name, value) => `${type} ${name} = ${value}`,
    loop: (name, from, to) => `for (int ${name} = ${from}; ${name} < ${to}; ${name}++)`,
    routine: (name, parameters, gives) =>
      `static inline ${gives === 'number' ? type : 'void'} ${name}(${parameters.map(([parameter, kind]) => pointers[kind] + parameter).join(', ')})`,
    table: (name, values, kind) =>
      kind === 'numbers'
        ? `static const ${type} ${name}[] = {${values.map((value) => entry(value, type)).join()}};`
        : `static const int ${name}[] = {${values.join()}};`,
    own,
    native: { abs: 'fabs', floor: 'floor' },
  };
}

/** A number in a table, where no operator follows: shorter. */
export function entry(value: number, type: CType): string {
  if (!Number.isFinite(value)) return literal(value, 'float');
  return entryText(type === 'float' ? bare(literal(value, type)) : shortest(value));
}
