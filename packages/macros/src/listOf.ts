/**
 * A list of N elements: a tuple when N is a known whole number below 100, so that `const [a, b] = …` needs no checks for
 * `undefined`; else an array.
 */
export type ListOf<T, N extends number> = N extends unknown
  ? number extends N
    ? T[]
    : `${N}` extends `${string}.${string}` | `-${string}` | `${string}e${string}` | ThreeDigits<`${N}`>
      ? T[]
      : Tuple<T, N>
  : never;

type ThreeDigits<S extends string> = S extends `${infer _A}${infer _B}${infer _C}${infer _D}` ? S : never;

type Tuple<T, N extends number, Made extends T[] = []> = Made['length'] extends N ? Made : Tuple<T, N, [...Made, T]>;
