import { type Bundle, eachOf, type InstructionName, type Vector, type Vectors } from '../vectors.ts';
import { word } from '../whole.ts';
import { exactTables, type Format, formats, shortTables, type Tables } from './coefficients.ts';
import type { HostFunction } from './hostFunction.ts';
import type { Helpers } from './index.ts';

/** What the vectors of a stretch of code have in common. */
export interface Arithmetic extends Format {
  readonly v: Vectors;
  /** Whether corrections of rounding errors are kept; for the sake of f32 they are left out. */
  readonly exact: boolean;
  /** Added, it rounds to an integer, which its low bits then hold: 1.5·2^fraction. */
  readonly rounder: number;
  /** eˣ is 0 for all x below: the first float of 32 bits above −126·ln 2 where denormal numbers are not kept. */
  readonly least: number;
  readonly host: HostFunction;
  /** Sines and cosines by the locals of the angles. */
  readonly known: Map<string, Record<'sin' | 'cos', Term>>;
}

/** Vectors that hold an intermediate value. */
export interface Value {
  readonly of: Arithmetic;
  readonly locals: Bundle;
}

/** A vector, or a number or the bits of an integer in each lane. The number 0 is a correction left out: it costs no instruction. */
export type Term = number | bigint | Value;

/** What elementary functions on these vectors start from. */
export function arithmetic(v: Vectors, exact: boolean, { host, least }: Helpers): Arithmetic {
  const format = formats[v.precision];
  return {
    ...format,
    least: least ? -87.33654 : -0.83 * format.bias,
    v,
    exact,
    rounder: 1.5 * 2 ** format.fraction,
    host,
    known: new Map(),
  };
}

const isValue = (term: Term): term is Value => typeof term === 'object';

/** What an instruction makes of terms. */
function made(terms: readonly Term[], make: (v: Vectors, ...vectors: Vector[]) => Vector): Value {
  const { of } = terms.find(isValue) as Value;
  const bundles = terms.map((term) => localsOf(of, term));
  return { of, locals: eachOf(bundles, (...vectors) => make(of.v, ...vectors)) };
}

/** The locals that hold a term. */
export function localsOf({ v }: Arithmetic, term: Term): Bundle {
  if (isValue(term)) return term.locals;
  return [typeof term === 'number' ? v.constant(term) : v.integer(term)];
}

type Instruction = (...terms: Term[]) => Term;

/** An instruction of `Vectors` on terms. */
const instruction =
  (name: InstructionName): Instruction =>
  (...terms) =>
    made(terms, (v, ...vectors) => v[name](...vectors));

export const divide: Instruction = /* @__PURE__ */ instruction('divide');
export const abs: Instruction = /* @__PURE__ */ instruction('abs');
export const floor: Instruction = /* @__PURE__ */ instruction('floor');
export const lesser: Instruction = /* @__PURE__ */ instruction('lesser');
export const greater: Instruction = /* @__PURE__ */ instruction('greater');
export const equal: Instruction = /* @__PURE__ */ instruction('equal');
export const notEqual: Instruction = /* @__PURE__ */ instruction('notEqual');
export const less: Instruction = /* @__PURE__ */ instruction('less');
export const lessInteger: Instruction = /* @__PURE__ */ instruction('lessInteger');
export const and: Instruction = /* @__PURE__ */ instruction('and');
export const andNot: Instruction = /* @__PURE__ */ instruction('andNot');
export const choose: Instruction = /* @__PURE__ */ instruction('choose');
export const addInteger: Instruction = /* @__PURE__ */ instruction('addInteger');
export const subtractInteger: Instruction = /* @__PURE__ */ instruction('subtractInteger');
const either: Instruction = /* @__PURE__ */ instruction('or');
const oneOf: Instruction = /* @__PURE__ */ instruction('xor');
const sum: Instruction = /* @__PURE__ */ instruction('add');
const difference: Instruction = /* @__PURE__ */ instruction('subtract');
const product: Instruction = /* @__PURE__ */ instruction('multiply');

/** Sums and products of any number of terms, from left to right. */
export const add: Instruction = (...terms) => terms.reduce((a, b) => (a === 0 ? b : b === 0 ? a : sum(a, b)));
export const multiply: Instruction = (...terms) =>
  terms.reduce((a, b) =>
    a === 0 || b === 0 ? 0 : typeof a === 'number' && typeof b === 'number' ? a * b : product(a, b),
  );
export const subtract = (a: Term, b: Term): Term =>
  a === b ? 0 : b === 0 ? a : typeof a === 'number' && typeof b === 'number' ? a - b : difference(a, b);
export const or: Instruction = (...terms) => terms.reduce((a, b) => either(a, b));
export const xor: Instruction = (...terms) => terms.reduce((a, b) => oneOf(a, b));

export const shift = (direction: 'left' | 'right', a: Term, count: number): Term =>
  made([a], (v, x) => v[direction](x, word(count)));

/** Replaces results in the lanes where a mask does not hold, by code that runs only if there are such lanes. */
export function otherwise(mask: Term, results: readonly Term[], others: () => readonly Term[]): void {
  const { of, locals } = mask as Value;
  const { v } = of;
  const { f } = v;
  f.get(locals.reduce((a, b) => v.and(a, b)));
  f.simd(v.lanes === 2 ? 0xc4 : 0xa4); // bitmask
  f.i32(2 ** v.lanes - 1);
  f.op(0x47); // i32.ne
  f.when(() =>
    others().forEach((other, i) => {
      if (results[i] === 0) return;
      eachOf([localsOf(of, results[i] as Term), localsOf(of, other), locals], (result, its, where) =>
        f.set(result, v.choose(result, its, where)),
      );
    }),
  );
}

/** −x where y is negative, also −0; else x. */
export const signed = (x: Term, y: Term): Term => xor(x, and(y, -0));

/** A polynomial by name, as core's function of this name. */
export function polynomial(name: keyof Tables, x: Term): Term {
  const coefficients = ((x as Value).of.exact ? exactTables : shortTables)[name];
  const z = multiply(x, x);
  let [a, b] = coefficients as [Term, Term];
  for (let i = 2; i < coefficients.length; i += 2) {
    a = add(multiply(a, z), coefficients[i] as number);
    b = add(multiply(b, z), coefficients[i + 1] as number);
  }
  return add(multiply(a, x), b);
}
