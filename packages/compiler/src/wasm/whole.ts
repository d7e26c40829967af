import type { FunctionWriter } from './encoder.ts';

/** A whole number of 32 bits in code: the local that holds it, or what leaves it on the stack. */
export type Whole = number | ((f: FunctionWriter) => void);

type Binary = (a: Whole, b: Whole) => Whole;

const binary =
  (code: number): Binary =>
  (a, b) =>
  (f) => {
    f.get(a, b);
    f.op(code);
  };

export const sum: Binary = /* @__PURE__ */ binary(0x6a);
export const difference: Binary = /* @__PURE__ */ binary(0x6b);
export const product: Binary = /* @__PURE__ */ binary(0x6c);
/** The bits that both have. */
export const both: Binary = /* @__PURE__ */ binary(0x71);
/** 1 if a < b, else 0. */
export const isLess: Binary = /* @__PURE__ */ binary(0x48);

/** A number that is known. */
export const word =
  (value: number): Whole =>
  (f) =>
    f.i32(value);

export const zero: Whole = /* @__PURE__ */ word(0);

/** The number in memory at an address + offset. */
export const read =
  (at: Whole, offset = 0): Whole =>
  (f) => {
    f.get(at);
    f.memory(0x28, offset);
  };

/** The lesser of two numbers. */
export const least =
  (a: Whole, b: Whole): Whole =>
  (f) => {
    f.get(a, b, isLess(a, b));
    f.op(0x1b); // select
  };
