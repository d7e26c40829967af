import type { Language } from '../code/language.ts';
import { operators } from '../code/operators.ts';
import { pointed, shortest, signed } from '../numbers.ts';
import { bare, call, foldedCall } from '../spelling.ts';

/** A number as a literal; whole ones get a point, because an int has no −0. */
function number(value: number): string {
  if (Number.isNaN(value)) return 'math.nan';
  if (!Number.isFinite(value)) return value < 0 ? '(-math.inf)' : 'math.inf';
  return signed(pointed(shortest(value)));
}

const own = (name: string): string => `_${name}`;

/** How Python writes a network. Operators raise nothing but for a division by zero; what does has a function of its own. */
export const pythonLanguage = (): Language => ({
  number,
  primitives: {
    ...operators((name) => call(own(name))),
    divide: ([a, b]) => (/^\(?-?[\d.]*[1-9]/.test(b as string) ? `${a} / ${b}` : `_divide(${a}, ${b})`),
    sqrt: call('_sqrt'),
    abs: call('abs'),
    floor: call('_floor'),
    max: foldedCall('_maximum'),
    min: foldedCall('_minimum'),
    less: ([a, b]) => `1.0 if ${a} < ${b} else 0.0`,
    select: ([condition, a, b]) => `${a} if ${condition} != 0.0 else ${b}`,
    sumBatch: ([x]) => `0.0 + ${x}`,
  },
  end: '',
  open: ':',
  close: undefined,
  comment: (text) => `# ${text}`,
  condition: (text) => text,
  choose: (condition, a, b) => `${a} if ${condition} else ${b}`,
  equal: '==',
  unequal: '!=',
  variables: () => undefined,
  constant: (name, value) => `${name} = ${value}`,
  variable: (name, value) => `${name} = ${value}`,
  loop: (name, from, to) => `for ${name} in range(${from}, ${to})`,
  routine: (name, parameters) => `def ${name}(${parameters.map(([parameter]) => parameter).join(', ')})`,
  table: (name, values, kind) =>
    `${name} = (${values.map((value) => (kind === 'places' ? String(value) : bare(number(value)))).join(', ')},)`,
  own,
  native: { abs: 'abs' },
});
