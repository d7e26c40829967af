import type { PrimitiveName } from '@chainrule/core';
import type { Language } from '../code/language.ts';
import type { Prelude } from '../elementary/prelude.ts';
import { floatOf } from '../floats.ts';
import { shortestFloat, signed } from '../numbers.ts';
import { call, foldedCall, infix, type Spelled } from '../spelling.ts';

/** What shading languages differ in, and how they write what a network's functions need. */
export interface Dialect extends Language {
  readonly artefact: string;
  /** What stands above all code. */
  readonly first: readonly string[];
  /** The type of so many numbers; of one if undefined. */
  type(size: number | undefined): string;
  /** A variable or a parameter with its type. */
  typed(name: string, size: number | undefined): string;
  /** Begins the declaration of a variable. */
  readonly declare: string;
  /** The head of a function of the parameters. */
  head(name: string, parameters: readonly string[], size: number | undefined): string;
  /** A number that has a name everywhere. */
  global(name: string, value: string): string;
  readonly prelude: Prelude;
}

const elementary = ['power', 'exp', 'expm1', 'log', 'log1p', 'sin', 'cos', 'tan', 'atan2', 'tanh', 'erf'] as const;

/** A number of 32 bits: whole ones get a point, and what is no number is a function's value. */
const numberOf =
  (target: string, own: (name: string) => string) =>
  (value: number): string => {
    const float = floatOf(value, target, 'toJavaScript, toC and toPython have floats of 64 bits.');
    if (Number.isNaN(float)) return `${own('nan')}()`;
    if (!Number.isFinite(float)) return float < 0 ? `(-${own('infinity')}())` : `${own('infinity')}()`;
    // the shortest text of the largest float is above it, which WGSL does not take
    const text = shortestFloat(float).replace('3.4028235e+38', '3.4028234e+38');
    return signed(/[.e]/.test(text) ? text : `${text}.0`);
  };

/** How a shading language writes what its dialect is made of. */
type Signs = Pick<Dialect, 'choose' | 'type' | 'typed' | 'head'>;

/** What is left for each dialect to say. */
type Own =
  | 'artefact'
  | 'first'
  | 'variables'
  | 'constant'
  | 'variable'
  | 'loop'
  | 'table'
  | 'declare'
  | 'global'
  | 'prelude';

interface Shared extends Omit<Dialect, Own> {
  /** The lines of a function of its own, of the parameters that are named. */
  define(name: string, parameters: readonly string[], ...body: string[]): readonly string[];
}

/** What all dialects share, given the signs of one; names of its own begin with `prefix`. */
export function shared(target: string, prefix: string, signs: Signs): Shared {
  const own = (name: string): string => `${prefix}_${name}`;
  const head = (name: string, parameters: readonly string[]): string =>
    signs.head(
      name,
      parameters.map((parameter) => signs.typed(parameter, undefined)),
      undefined,
    );
  return {
    ...signs,
    own,
    number: numberOf(target, own),
    primitives: shaderPrimitives(own, signs.choose),
    end: ';',
    open: ' {',
    close: '}',
    comment: (text) => `// ${text}`,
    condition: (text) => `(${text})`,
    equal: '==',
    unequal: '!=',
    native: { abs: 'abs', floor: 'floor' },
    routine: (name, parameters) =>
      head(
        name,
        parameters.map(([parameter]) => parameter),
      ),
    define: (name, parameters, ...body) => [`${head(own(name), parameters)} {`, ...body, '}'],
  };
}

/** The spelling of primitives, but for how a choice is written. */
function shaderPrimitives(
  own: (name: string) => string,
  choose: (condition: string, a: string, b: string) => string,
): Readonly<Record<PrimitiveName, Spelled>> {
  return {
    ...(Object.fromEntries(elementary.map((name) => [name, call(own(name))])) as Record<
      (typeof elementary)[number],
      Spelled
    >),
    add: infix('+'),
    subtract: infix('-'),
    multiply: infix('*'),
    divide: infix('/'),
    negate: ([x]) => `-${x}`,
    sqrt: call('sqrt'),
    abs: call('abs'),
    floor: call('floor'),
    max: foldedCall(own('maximum')),
    min: foldedCall(own('minimum')),
    less: ([a, b]) => choose(`${a} < ${b}`, '1.0', '0.0'),
    // in WGSL, NaN != 0.0 is false
    select: ([condition, a, b]) => choose(`${condition} == 0.0`, b as string, a as string),
    sumBatch: ([x]) => `0.0 + ${x}`,
  };
}
